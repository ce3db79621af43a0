; A stand-in for a home product's setup program: it installs the MSI and adds an entry of its own for it, so that the list
; of programs has two lines for one product. Given with -D: OUT MSI CODE NAME VERSION FOLDER
Unicode true
Target amd64-unicode
Name "${NAME}"
OutFile "${OUT}"
RequestExecutionLevel admin
SilentInstall silent
SilentUnInstall silent
!define ENTRY "SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\InstallWIX_${CODE}"
!define CACHE "$COMMONFILES64\Stand-in setup"

Section
  SetRegView 32
  SetOutPath "${CACHE}"
  File "/oname=product.msi" "${MSI}"
  ExecWait 'msiexec /i "${CACHE}\product.msi" /qn' $0
  StrCmp $0 0 +3
  SetErrorLevel $0
  Quit
  WriteUninstaller "${CACHE}\remove.exe"
  WriteRegStr HKLM "${ENTRY}" "DisplayName" "${NAME}"
  WriteRegStr HKLM "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${ENTRY}" "Publisher" "Kaspersky"
  WriteRegStr HKLM "${ENTRY}" "InstallLocation" "$PROGRAMFILES64 (x86)\Kaspersky Lab\${FOLDER}\"
  WriteRegStr HKLM "${ENTRY}" "UninstallString" "MsiExec.exe /I${CODE} REMOVE=ALL"
SectionEnd

Section "Uninstall"
  SetRegView 32
  ExecWait 'msiexec /x ${CODE} /qn' $0
  DeleteRegKey HKLM "${ENTRY}"
  Delete "${CACHE}\product.msi"
  Delete "${CACHE}\remove.exe"
  RMDir "${CACHE}"
  SetErrorLevel $0
SectionEnd
