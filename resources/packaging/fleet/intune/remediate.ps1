# Offramp: remediation script of an Intune remediation. Removes nothing unless the organization's signed policy on this
# computer says "authorize" (offramp-cli policy show), and then only what the plan it prints lists.
#
# Exit code 0: nothing is left to act on. Exit code 1: nothing was changed, or something is left; the one line says why.
# Run as SYSTEM in 64-bit PowerShell.
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

function Stop-With([int] $code, [string] $line) {
    # Intune keeps 2,048 characters of the line.
    Write-Output $line.Substring(0, [Math]::Min(2000, $line.Length))
    exit $code
}

$program = Join-Path $env:ProgramFiles 'Offramp\offramp-cli.exe'
if (-not (Test-Path -LiteralPath $program -PathType Leaf)) {
    Stop-With 1 'nothing was changed: Offramp is not installed'
}
try {
    [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
    $policy = & $program 'policy' 'show' '--json' 2>$null | Out-String | ConvertFrom-Json
    if ($policy.mode -ne 'authorize') {
        $why = if ($policy.refused) { $policy.refused.text } else { 'no policy on this computer authorizes a removal' }
        Stop-With 1 ('nothing was changed: {0}' -f $why)
    }
    $plan = & $program 'remove' '--json' 2>$null | Out-String | ConvertFrom-Json
    if (-not $plan.plan) {
        Stop-With 1 'nothing was changed: there is no plan; offramp-cli remove says why'
    }
    $digest = [string] $plan.plan.digest
    if ($digest -notmatch '^[0-9a-f]{64}$') {
        Stop-With 1 'nothing was changed: the plan has no digest'
    }
    # What only a person can know is not settled here: then nothing is begun, and the code is 32.
    & $program 'remove' '--approve' $digest *> $null
    $code = $LASTEXITCODE
    & $program 'check' '--json' *> $null
    $after = $LASTEXITCODE
} catch {
    Stop-With 1 ('it could not be told what was done: {0}' -f $_.Exception.Message)
}
if ($after -eq 0 -or $after -eq 11) {
    Stop-With 0 ('plan {0} was carried out' -f $digest.Substring(0, 12))
}
Stop-With 1 ('plan {0} ended with {1}, and something is left to act on' -f $digest.Substring(0, 12), $code)
