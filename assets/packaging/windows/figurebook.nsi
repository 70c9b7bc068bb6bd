; The Windows installer, for all users of the machine. Removing it leaves each user's data.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
!include MUI2.nsh

Name "${NAME} ${VERSION}"
OutFile "${OUT}"
InstallDir "$PROGRAMFILES64\${NAME}"
InstallDirRegKey HKLM "Software\${NAME}" "Folder"
RequestExecutionLevel admin
ManifestDPIAware true

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_FINISHPAGE_RUN "$INSTDIR\figurebook.exe"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"

!insertmacro MUI_PAGE_LICENSE "${STAGE}/LICENSE.txt"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"

LangString edition ${LANG_ENGLISH} "Figurebook edition"
LangString edition ${LANG_SIMPCHINESE} "Figurebook 资料包"

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Section
  SetRegView 64
  SetShellVarContext all
  SetOutPath "$INSTDIR"
  File /r "${STAGE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\figurebook.exe"

  WriteRegStr HKLM "Software\${NAME}" "Folder" "$INSTDIR"
  WriteRegStr HKLM "Software\Classes\.figurebook" "" "${ID}.edition"
  WriteRegStr HKLM "Software\Classes\${ID}.edition" "" "$(edition)"
  WriteRegStr HKLM "Software\Classes\${ID}.edition\DefaultIcon" "" "$INSTDIR\figurebook.exe,0"
  WriteRegStr HKLM "Software\Classes\${ID}.edition\shell\open\command" "" '"$INSTDIR\figurebook.exe" "%1"'
  WriteRegStr HKLM "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayIcon" "$INSTDIR\figurebook.exe"
  WriteRegStr HKLM "${UNINSTALL}" "Publisher" "The Figurebook developers"
  WriteRegStr HKLM "${UNINSTALL}" "URLInfoAbout" "${WEBSITE}"
  WriteRegStr HKLM "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKLM "${UNINSTALL}" "NoRepair" 1
SectionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Section Uninstall
  SetRegView 64
  SetShellVarContext all
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$INSTDIR\*.exe"
  Delete "$INSTDIR\*.txt"
  Delete "$INSTDIR\*.md"
  Delete "$INSTDIR\figurebook.ico" ; of versions up to 0.2.0
  SetOutPath "$TEMP" ; a folder that a process stands in is not removed
  RMDir "$INSTDIR"
  DeleteRegKey HKLM "Software\${NAME}"
  DeleteRegKey HKLM "Software\Classes\.figurebook"
  DeleteRegKey HKLM "Software\Classes\${ID}.edition"
  DeleteRegKey HKLM "${UNINSTALL}"
SectionEnd
