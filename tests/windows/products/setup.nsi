; A stand-in for a product with a setup program that is not Windows Installer's. Given with -D: OUT PROGRAM NAME VERSION
; FOLDER ENTRY FILE, and SERVICE and SERVICE_NAME for one that has a service, or PERSON for one that is installed
; for one person only.
Unicode true
Target amd64-unicode
Name "${NAME}"
OutFile "${OUT}"
SilentInstall silent
SilentUnInstall silent
!ifdef PERSON
  RequestExecutionLevel user
  !define ROOT HKCU
  !define PLACE "$LOCALAPPDATA\Programs\Kaspersky Lab\${FOLDER}"
!else
  RequestExecutionLevel admin
  !define ROOT HKLM
  !define PLACE "$PROGRAMFILES64\Kaspersky Lab\${FOLDER}"
!endif
!define LIST "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ENTRY}"

Section
  SetRegView 64
  SetOutPath "${PLACE}"
  File "/oname=${FILE}" "${PROGRAM}"
  WriteUninstaller "${PLACE}\remove.exe"
  WriteRegStr ${ROOT} "${LIST}" "DisplayName" "${NAME}"
  WriteRegStr ${ROOT} "${LIST}" "DisplayVersion" "${VERSION}"
  WriteRegStr ${ROOT} "${LIST}" "Publisher" "AO Kaspersky Lab"
  WriteRegStr ${ROOT} "${LIST}" "InstallLocation" "${PLACE}"
  WriteRegStr ${ROOT} "${LIST}" "UninstallString" '"${PLACE}\remove.exe"'
  WriteRegStr ${ROOT} "${LIST}" "QuietUninstallString" '"${PLACE}\remove.exe" /S'
!ifdef SERVICE
  ; Through the Service Control Manager, as real setups do.
  nsExec::Exec 'sc create "${SERVICE}" binPath= "\"${PLACE}\${FILE}\" -r" start= demand DisplayName= "${SERVICE_NAME}"'
  Pop $0
  SetErrorLevel $0
!endif
SectionEnd

Section "Uninstall"
  SetRegView 64
!ifdef SERVICE
  nsExec::Exec 'sc delete "${SERVICE}"'
  Pop $0
!endif
  Delete "${PLACE}\${FILE}"
  Delete "${PLACE}\remove.exe"
  RMDir "${PLACE}"
  RMDir "${PLACE}\.."
  DeleteRegKey ${ROOT} "${LIST}"
SectionEnd
