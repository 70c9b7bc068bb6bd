#!/bin/sh
# Makes the documents of this folder from its pages: PDF (WeasyPrint) and Word (LibreOffice Writer).
set -e
cd "$(dirname "$0")"
for page in *.html; do
	name=${page%.html}
	weasyprint -q "$page" "$name.pdf"
	soffice --headless --convert-to docx:"MS Word 2007 XML" --infilter="HTML (StarWriter)" "$page" >/dev/null
done
