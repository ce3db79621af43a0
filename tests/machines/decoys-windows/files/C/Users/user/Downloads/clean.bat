rem avpui.exe killed by a batch file
reg delete HKLM\SYSTEM\CurrentControlSet\Services\AVP21.3 /f
