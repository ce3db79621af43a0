; The program of every stand-in: it runs for a while and does nothing, so that it can be found running.
Unicode true
Target amd64-unicode
Name "Stand-in"
OutFile "${OUT}"
RequestExecutionLevel user
SilentInstall silent
Section
  Sleep 60000
SectionEnd
