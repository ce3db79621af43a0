; The installer of Offramp for one person on 64-bit Windows. It needs no administrator and writes nothing before the
; person pressed Install. docs/windows.md says what its switches and exit codes mean; tests/windows/installer_test.py
; installs, upgrades and removes with it.
;
; makensis -INPUTCHARSET UTF8 -DVERSION=1.2.3 -DPROGRAMS=folder -DTEXTS=folder -DRESULT=file [-DSIGN=program] offramp.nsi

Target amd64-unicode
SetCompressor /SOLID lzma
SetDateSave off          ; the same files give the same installer
RequestExecutionLevel user
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS Win10

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WinVer.nsh

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Offramp"
; Exit codes beside those of NSIS (0 done, 1 canceled, 2 stopped).
!define STILL_RUNNING 3
!define CANNOT_WRITE 4
!define TOO_OLD 5

Name "Offramp"
OutFile "${RESULT}"
InstallDir "$LOCALAPPDATA\Programs\Offramp"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
BrandingText "Offramp ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "Offramp"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "Offramp Setup"
VIAddVersionKey /LANG=0 "CompanyName" "Offramp"
VIAddVersionKey /LANG=0 "LegalCopyright" "© The Offramp authors. GNU General Public License, version 3 or later."

!ifdef SIGN
  !uninstfinalize '"${SIGN}" "%1"'
  !finalize '"${SIGN}" "%1"'
!endif

!define MUI_ICON "offramp.ico"
!define MUI_UNICON "offramp.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "setup.bmp"
!define MUI_WELCOMEPAGE_TEXT "$(welcome)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\offramp.exe"
!define MUI_FINISHPAGE_LINK "$(license)"
!define MUI_FINISHPAGE_LINK_LOCATION "$INSTDIR\LICENSE.txt"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!define MUI_ABORTWARNING

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.askAboutData un.rememberAnswer
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Spanish"

LangString welcome ${LANG_ENGLISH} "Offramp finds Kaspersky products on this PC, says where each one stands, and what fits instead.$\r$\n$\r$\nIt is installed for you only, needs no administrator, and changes nothing on this PC by itself.$\r$\n$\r$\n$_CLICK"
LangString welcome ${LANG_SPANISH} "Offramp encuentra los productos de Kaspersky en este PC, dice en qué situación está cada uno y qué puede sustituirlo.$\r$\n$\r$\nSe instala solo para usted, no necesita un administrador y no cambia nada en este PC por su cuenta.$\r$\n$\r$\n$_CLICK"
LangString license ${LANG_ENGLISH} "Free software: read the license"
LangString license ${LANG_SPANISH} "Software libre: lea la licencia (en inglés)"
LangString running ${LANG_ENGLISH} "Offramp is running. Please close it, then choose Retry."
LangString running ${LANG_SPANISH} "Offramp está abierto. Ciérrelo y elija Reintentar."
LangString cannotWrite ${LANG_ENGLISH} "The files could not be written to $INSTDIR. What was installed before still works."
LangString cannotWrite ${LANG_SPANISH} "No se pudieron escribir los archivos en $INSTDIR. Lo que ya estaba instalado sigue funcionando."
LangString tooOld ${LANG_ENGLISH} "Offramp needs Windows 10 version 1809 or later."
LangString tooOld ${LANG_SPANISH} "Offramp necesita Windows 10, versión 1809 o posterior."
LangString removeTitle ${LANG_ENGLISH} "Remove Offramp"
LangString removeTitle ${LANG_SPANISH} "Quitar Offramp"
LangString removeSubtitle ${LANG_ENGLISH} "Offramp will be removed from $INSTDIR."
LangString removeSubtitle ${LANG_SPANISH} "Offramp se quitará de $INSTDIR."
LangString dataQuestion ${LANG_ENGLISH} "Remove my settings too, and everything Offramp stored for me"
LangString dataQuestion ${LANG_SPANISH} "Quitar también mis ajustes y todo lo que Offramp guardó para mí"
LangString dataPlaces ${LANG_ENGLISH} "They are in $LOCALAPPDATA\Offramp and in the registry under HKEY_CURRENT_USER\Software\Offramp. Untick this to keep them for a later installation."
LangString dataPlaces ${LANG_SPANISH} "Están en $LOCALAPPDATA\Offramp y en el registro, en HKEY_CURRENT_USER\Software\Offramp. Desmarque la casilla para conservarlos para otra instalación."

; Every file that is ever installed, so that removing removes these and nothing a person put beside them.
!macro eachFile do folder
  !insertmacro ${do} "${folder}" "offramp.exe"
  !insertmacro ${do} "${folder}" "offramp-cli.exe"
  !insertmacro ${do} "${folder}" "offramp-broker.exe"
  !insertmacro ${do} "${folder}" "LICENSE.txt"
  !insertmacro ${do} "${folder}" "THIRD-PARTY-NOTICES.txt"
  !insertmacro ${do} "${folder}" "uninstall.exe"
!macroend

!macro deleteFile folder name
  Delete "${folder}\${name}"
!macroend

; $R0 becomes 1 when the file is a program that runs: Windows lets nobody write to it.
!macro noticeWhenRunning folder name
  ${If} ${FileExists} "${folder}\${name}"
    ClearErrors
    FileOpen $0 "${folder}\${name}" a
    ${If} ${Errors}
      StrCpy $R0 1
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
!macroend

!macro waitUntilClosed folder
  ${Do}
    StrCpy $R0 0
    !insertmacro noticeWhenRunning "${folder}" "offramp.exe"
    !insertmacro noticeWhenRunning "${folder}" "offramp-cli.exe"
    !insertmacro noticeWhenRunning "${folder}" "offramp-broker.exe"
    ${If} $R0 = 0
      ${ExitDo}
    ${EndIf}
    SetErrorLevel ${STILL_RUNNING}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(running)" /SD IDCANCEL IDRETRY +2
    Abort "$(running)"
    SetErrorLevel -1
  ${Loop}
!macroend

; One step per file, without a moment in which the old file is gone and the new one not there. $R0 counts failures.
!macro moveIntoPlace folder name
  System::Call 'kernel32::MoveFileExW(w "${folder}\update\${name}", w "${folder}\${name}", i 9) i .r0' ; replace, write through
  ${If} $0 = 0
    IntOp $R0 $R0 + 1
  ${EndIf}
!macroend

!macro removeProgram folder
  !insertmacro eachFile deleteFile "${folder}\update"
  RMDir "${folder}\update"
  !insertmacro eachFile deleteFile "${folder}"
  RMDir "${folder}"
!macroend

Function .onInit
  SetShellVarContext current
  ${IfNot} ${AtLeastBuild} 17763
    SetErrorLevel ${TOO_OLD}
    MessageBox MB_OK|MB_ICONSTOP "$(tooOld)" /SD IDOK
    Quit
  ${EndIf}
FunctionEnd

Section
  ReadRegStr $R1 HKCU "${UNINSTALL_KEY}" "InstallLocation"
  !insertmacro waitUntilClosed "$INSTDIR"
  ${If} $R1 != ""
    !insertmacro waitUntilClosed "$R1"
  ${EndIf}

  ; First everything beside the old files, then each into its place.
  ClearErrors
  CreateDirectory "$INSTDIR\update"
  ${If} ${Errors}
    SetErrorLevel ${CANNOT_WRITE}
    MessageBox MB_OK|MB_ICONSTOP "$(cannotWrite)" /SD IDOK
    Abort "$(cannotWrite)"
  ${EndIf}
  SetOutPath "$INSTDIR\update"
  SetOverwrite try
  ClearErrors
  File "${PROGRAMS}/offramp.exe"
  File "${PROGRAMS}/offramp-cli.exe"
  File "${PROGRAMS}/offramp-broker.exe"
  File "${TEXTS}/LICENSE.txt"
  File "${TEXTS}/THIRD-PARTY-NOTICES.txt"
  WriteUninstaller "$INSTDIR\update\uninstall.exe"
  SetOutPath "$INSTDIR"
  StrCpy $R0 0
  ${If} ${Errors}
    StrCpy $R0 1
  ${Else}
    !insertmacro eachFile moveIntoPlace "$INSTDIR"
  ${EndIf}
  !insertmacro eachFile deleteFile "$INSTDIR\update"
  RMDir "$INSTDIR\update"
  ${If} $R0 <> 0
    SetErrorLevel ${CANNOT_WRITE}
    MessageBox MB_OK|MB_ICONSTOP "$(cannotWrite)" /SD IDOK
    Abort "$(cannotWrite)"
  ${EndIf}

  ; A person who chose another folder this time does not keep a second copy.
  ${If} $R1 != ""
  ${AndIf} $R1 != $INSTDIR
    !insertmacro removeProgram "$R1"
  ${EndIf}

  CreateShortcut "$SMPROGRAMS\Offramp.lnk" "$INSTDIR\offramp.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Offramp"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "Offramp"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\offramp.exe,0"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/M=*.* /S=0K /G=0" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" $0
SectionEnd

Var removeData
Var dataBox

; A person is asked, and the box is ticked: who removes Offramp expects it to be gone. A silent removal keeps what is
; the person's unless it is told otherwise, because deployment tools remove and install again.
Function un.onInit
  SetShellVarContext current
  StrCpy $removeData ${BST_CHECKED}
  ${If} ${Silent}
    StrCpy $removeData ${BST_UNCHECKED}
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/REMOVEDATA" $1
    ${IfNot} ${Errors}
      StrCpy $removeData ${BST_CHECKED}
    ${EndIf}
  ${EndIf}
FunctionEnd

Function un.askAboutData
  !insertmacro MUI_HEADER_TEXT "$(removeTitle)" "$(removeSubtitle)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateCheckbox} 0 0 100% 12u "$(dataQuestion)"
  Pop $dataBox
  ${NSD_SetState} $dataBox $removeData
  ${NSD_CreateLabel} 12u 16u -12u 40u "$(dataPlaces)"
  Pop $0
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(^UninstallBtn)"
  nsDialogs::Show
FunctionEnd

Function un.rememberAnswer
  ${NSD_GetState} $dataBox $removeData
FunctionEnd

Section "Uninstall"
  !insertmacro waitUntilClosed "$INSTDIR"
  ; What was registered for reminders would start a program that is gone.
  ${If} ${FileExists} "$INSTDIR\offramp.exe"
    ExecWait '"$INSTDIR\offramp.exe" --remind-off'
  ${EndIf}
  !insertmacro removeProgram "$INSTDIR"
  Delete "$SMPROGRAMS\Offramp.lnk"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  ; Marks of a window that was open; nothing a person would miss.
  Delete "$LOCALAPPDATA\Offramp\window-*.lock"
  ${If} $removeData = ${BST_CHECKED}
    RMDir /r "$LOCALAPPDATA\Offramp"
    DeleteRegKey HKCU "Software\Offramp"
  ${EndIf}
  RMDir "$LOCALAPPDATA\Offramp"    ; only when nothing is in it, and so the next
  RMDir "$LOCALAPPDATA\Programs"
SectionEnd
