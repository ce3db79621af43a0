; The program of every stand-in: it runs for a while and does nothing, so that it can be found running.
Unicode true
Target amd64-unicode
Name "Stand-in"
OutFile "${OUT}"
RequestExecutionLevel user
; What the file says of itself. Its product is numbered 21.3, or otherwise: whoever reads this must not mix them up.
VIProductVersion "21.3.10.391"
VIAddVersionKey "CompanyName" "AO Kaspersky Lab"
VIAddVersionKey "ProductName" "Stand-in"
VIAddVersionKey "FileDescription" "Stand-in"
VIAddVersionKey "FileVersion" "21.3"
VIAddVersionKey "LegalCopyright" ""
SilentInstall silent
Section
  Sleep 60000
SectionEnd
