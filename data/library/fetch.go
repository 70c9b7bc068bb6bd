package library

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading"
)

// DocumentSite is where official documents are had by symbol: {symbol} and {language} are filled in.
const DocumentSite = "https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t=pdf"

// maxDownload is the largest file that is downloaded, in bytes.
const maxDownload = 256 << 20

var (
	symbolShape   = regexp.MustCompile(`^[A-Z]{1,6}/[A-Za-z0-9./()-]{1,60}$`)
	siteLanguages = map[string]string{"zh": "zh", "en": "en", "fr": "fr", "es": "es", "ru": "ru", "ar": "ar"}
)

// Fetch downloads a document by its symbol and imports it. It is the one thing that leaves the machine, and only when
// the user asks for it. site is DocumentSite or another address of that form; progress is told bytes done and in all,
// 0 where the site does not say.
func (l *Library) Fetch(ctx context.Context, site, symbol, language string, progress func(done, total int)) (Outcome, error) {
	file, err := download(ctx, site, symbol, language, progress)
	if err != nil {
		return Outcome{}, err
	}
	defer os.RemoveAll(filepath.Dir(file))
	return l.Import(ctx, file, reading.Hints{Symbol: symbol})
}

// download gets a document into a folder of its own, which the caller removes.
func download(ctx context.Context, site, symbol, language string, progress func(done, total int)) (string, error) {
	if !symbolShape.MatchString(symbol) || strings.Contains(symbol, "..") {
		return "", &data.Fault{Kind: data.BadArgument, Detail: symbol}
	}
	if siteLanguages[language] == "" {
		return "", &data.Fault{Kind: data.BadArgument, Detail: "--lang " + language + " (ar, en, es, fr, ru, zh)"}
	}
	address, err := url.Parse(strings.NewReplacer("{symbol}", url.QueryEscape(symbol), "{language}", siteLanguages[language]).Replace(site))
	if err != nil || !allowed(address, address) {
		return "", &data.Fault{Kind: data.BadArgument, Detail: site, Err: err}
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address.String(), nil)
	if err != nil {
		return "", &data.Fault{Kind: data.BadArgument, Detail: site, Err: err}
	}
	request.Header.Set("Accept", "application/pdf")
	response, err := client(address).Do(request)
	if err != nil {
		return "", webFault(ctx, symbol, address, err)
	}
	defer response.Body.Close()
	switch {
	case response.StatusCode == http.StatusNotFound:
		return "", &data.Fault{Kind: data.NoSuchDocument, File: symbol, Place: address.Host}
	case response.StatusCode != http.StatusOK:
		return "", &data.Fault{Kind: data.SiteRefused, File: symbol, Place: address.Host, Detail: strconv.Itoa(response.StatusCode)}
	case response.ContentLength > maxDownload:
		return "", &data.Fault{Kind: data.FileTooLarge, File: symbol, Detail: "256 MB"}
	}
	folder, err := os.MkdirTemp("", "figurebook-")
	if err != nil {
		return "", &data.Fault{Kind: data.CannotWrite, File: os.TempDir(), Detail: err.Error(), Err: err}
	}
	file := filepath.Join(folder, strings.NewReplacer("/", "-").Replace(symbol)+"."+language+".pdf")
	if err := write(ctx, file, symbol, address, response, progress); err != nil {
		return "", errors.Join(err, os.RemoveAll(folder))
	}
	return file, nil
}

func write(ctx context.Context, file, symbol string, address *url.URL, response *http.Response, progress func(done, total int)) error {
	out, err := os.OpenFile(file, os.O_CREATE|os.O_WRONLY|os.O_EXCL, 0o600)
	if err != nil {
		return &data.Fault{Kind: data.CannotWrite, File: file, Detail: err.Error(), Err: err}
	}
	defer out.Close()
	buffer := make([]byte, 64<<10)
	done := 0
	for {
		n, err := response.Body.Read(buffer)
		if done == 0 && n > 0 && !strings.HasPrefix(string(buffer[:n]), "%PDF-") {
			return &data.Fault{Kind: data.NoSuchDocument, File: symbol, Place: address.Host} // a page that says so
		}
		done += n
		if done > maxDownload {
			return &data.Fault{Kind: data.FileTooLarge, File: symbol, Detail: "256 MB"}
		}
		if _, err := out.Write(buffer[:n]); err != nil {
			return &data.Fault{Kind: data.CannotWrite, File: file, Detail: err.Error(), Err: err}
		}
		if progress != nil {
			progress(done, int(max(0, response.ContentLength)))
		}
		if errors.Is(err, io.EOF) {
			return out.Close()
		}
		if err != nil {
			return webFault(ctx, symbol, address, err)
		}
	}
}

// client follows redirects to allowed hosts only, waits a bounded time, and takes the proxy from the environment.
func client(site *url.URL) *http.Client {
	dialer := &net.Dialer{Timeout: 10 * time.Second}
	return &http.Client{
		Timeout: 10 * time.Minute,
		Transport: &http.Transport{
			Proxy: http.ProxyFromEnvironment, DialContext: dialer.DialContext,
			TLSHandshakeTimeout: 10 * time.Second, ResponseHeaderTimeout: 30 * time.Second,
		},
		CheckRedirect: func(to *http.Request, via []*http.Request) error {
			if len(via) > 6 || !allowed(to.URL, site) {
				return errRedirect
			}
			return nil
		},
	}
}

var errRedirect = errors.New("redirected to an address that is not allowed")

// allowed tells whether an address may be asked: the site's own host, and where that is the United Nations' any host of
// theirs; by HTTPS, except on this machine itself.
func allowed(address, site *url.URL) bool {
	host, own := address.Hostname(), site.Hostname()
	here := host == "localhost" || net.ParseIP(host).IsLoopback()
	if address.Scheme != "https" && !(address.Scheme == "http" && here) || host == "" {
		return false
	}
	return host == own || ofUnitedNations(host) && ofUnitedNations(own)
}

func ofUnitedNations(host string) bool { return host == "un.org" || strings.HasSuffix(host, ".un.org") }

func webFault(ctx context.Context, symbol string, address *url.URL, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	kind := data.Offline
	var network net.Error
	switch {
	case errors.Is(err, errRedirect):
		kind = data.SiteRefused
	case errors.As(err, &network) && network.Timeout():
		kind = data.SiteSilent
	}
	return &data.Fault{Kind: kind, File: symbol, Place: address.Host, Detail: fmt.Sprint(err), Err: err}
}
