; A stand-in for a home product's setup program: it installs the MSI and adds an entry of its own for it, so that the list
; of programs has two lines for one product. Given with -D: OUT MSI CODE NAME VERSION FOLDER, and UNINSTALLER for one that
; brings a program of its own to remove it with. /BEHAVIOR=WORD says how that one behaves, and what a product writes while it
; runs (settings, data, a service) is written too: no uninstaller removes that.
Unicode true
Target amd64-unicode
Name "${NAME}"
OutFile "${OUT}"
RequestExecutionLevel admin
SilentInstall silent
SilentUnInstall silent
!define ENTRY "SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\InstallWIX_${CODE}"
!define CACHE "$COMMONFILES64\Stand-in setup"
!define PLACE "$PROGRAMFILES64 (x86)\Kaspersky Lab\${FOLDER}"
!include FileFunc.nsh
; Rounded, it would be older than the certificate that was made for it, and Wine goes by it.
SetDateSave off

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
  WriteRegStr HKLM "${ENTRY}" "InstallLocation" "${PLACE}\"
!ifdef UNINSTALLER
  ${GetParameters} $1
  ${GetOptions} $1 "/BEHAVIOR=" $2
  SetOutPath "${PLACE}"
  File "/oname=setup.exe" "${UNINSTALLER}"
  WriteRegStr HKLM "${ENTRY}" "UninstallString" '"${PLACE}\setup.exe" $2 SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\InstallWIX_${CODE} ${CODE}'
  WriteRegStr HKLM "SOFTWARE\KasperskyLab\AVP21.3\settings" "Protected" "1"
  SetShellVarContext all
  CreateDirectory "$APPDATA\Kaspersky Lab\AVP21.3\Bases"
  FileOpen $0 "$APPDATA\Kaspersky Lab\AVP21.3\Bases\base.dat" w
  FileWrite $0 "what it learned"
  FileClose $0
  nsExec::Exec 'sc create klvssbridge64_21.3 binPath= "\"${PLACE}\vssbridge64.exe\"" start= demand'
  Pop $0
!else
  WriteRegStr HKLM "${ENTRY}" "UninstallString" "MsiExec.exe /I${CODE} REMOVE=ALL"
!endif
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
