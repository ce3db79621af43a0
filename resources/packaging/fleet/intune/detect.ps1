# Offramp: detection script of an Intune remediation. Only looks; changes nothing and sends nothing.
#
# Exit code 0: nothing to act on. Exit code 1: something to act on, or nobody could tell; the one line says which.
# Run as SYSTEM in 64-bit PowerShell.
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$program = Join-Path $env:ProgramFiles 'Offramp\offramp-cli.exe'
if (-not (Test-Path -LiteralPath $program -PathType Leaf)) {
    Write-Output 'couldNotTell: Offramp is not installed'
    exit 1
}
try {
    [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
    $text = & $program 'check' '--json' 2>$null | Out-String
    $code = $LASTEXITCODE
    $check = $text | ConvertFrom-Json
    $products = @($check.installations | ForEach-Object { ('{0} {1}' -f $_.product, $_.version).Trim() }) -join ', '
    $line = '{0}: {1}' -f $check.verdict, $(if ($products) { $products } else { 'no product found' })
} catch {
    Write-Output ('couldNotTell: {0}' -f $_.Exception.Message)
    exit 1
}
# Intune keeps 2,048 characters of the line.
Write-Output $line.Substring(0, [Math]::Min(2000, $line.Length))
# 0: clean, or only what the rules leave out. 11: only traces, which can wait.
if ($code -eq 0 -or $code -eq 11) {
    exit 0
}
exit 1
