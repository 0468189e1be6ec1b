# Completion of scimdoctor for PowerShell 5.1 and later.
# Made by: scimdoctor completion powershell

Register-ArgumentCompleter -Native -CommandName 'scimdoctor', 'scimdoctor.bat' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

# @generated
    $typed = [string]$wordToComplete
    $program = [string]$commandAst.CommandElements[0].Value
    $words = @($commandAst.CommandElements |
        Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { $_.Extent.Text })
    if ($words -ccontains '--') { return }

    # A word that is offered, with what the list shows of it.
    function New-Word([string]$word, [string]$description) {
        if (-not $description) { $description = $word }
        [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $description)
    }

    # The values of a kind that begin as typed; what stands before them in the same word is kept.
    function Get-Values([string]$kind, [string]$begun, [string]$before) {
        $parts = @($kind -split ' ' | Where-Object { $_ -and $_ -ne 'optional' })
        if ($parts.Count -eq 0) { return }
        $isFile = $parts[0] -in 'file', 'operation'
        $found = @()
        if ($parts[0] -eq 'format' -and $begun.Contains('=')) {
            $equals = $begun.IndexOf('=') + 1
            $before += $begun.Substring(0, $equals)
            $begun = $begun.Substring($equals)
            $isFile = $true
        } elseif ($parts[0] -in 'choice', 'format') {
            $found = @($parts | Select-Object -Skip 1)
        } elseif ($parts[0] -in 'run', 'watch') {
            $found = @(& $program completion --candidates $parts[0] 2>$null)
        } elseif ($lists.ContainsKey($parts[0])) {
            $found = $lists[$parts[0]]
        }
        foreach ($entry in $found) {
            $value, $description = ([string]$entry) -split "`t", 2
            if ($value.StartsWith($begun, [System.StringComparison]::OrdinalIgnoreCase)) {
                New-Word "$before$value" $description
            }
        }
        if ($isFile) {
            [System.Management.Automation.CompletionCompleters]::CompleteFilename($begun) | ForEach-Object {
                New-Word "$before$($_.CompletionText)" $_.ToolTip
            }
        }
    }

    $command = ''
    $pending = ''
    $given = 0
    foreach ($word in $words) {
        if ($pending) {
            $pending = ''
        } elseif ($word -clike '-*') {
            if ($options.ContainsKey($command)) {
                $option = $options[$command] | Where-Object { ($_[0] -split ',') -ccontains $word }
                if ($option -and $option[1] -and $option[1] -notlike 'optional*') { $pending = $option[1] }
            }
        } elseif ($members.ContainsKey($command)) {
            if ($word -ne 'help') { $command = "$command $word".Trim() }
        } else {
            $given++
        }
    }

    if ($pending) {
        Get-Values $pending $typed ''
    } elseif ($typed -clike '--*=*') {
        $equals = $typed.IndexOf('=')
        $name = $typed.Substring(0, $equals)
        $option = $options[$command] | Where-Object { ($_[0] -split ',') -ccontains $name }
        if ($option) { Get-Values $option[1] $typed.Substring($equals + 1) "$name=" }
    } elseif ($typed -clike '-*') {
        foreach ($option in $options[$command]) {
            foreach ($name in ($option[0] -split ',')) {
                if ($name.StartsWith($typed, [System.StringComparison]::Ordinal)) { New-Word $name $option[2] }
            }
        }
    } elseif ($members.ContainsKey($command)) {
        foreach ($member in $members[$command]) {
            $value, $description = $member -split "`t", 2
            if ($value.StartsWith($typed, [System.StringComparison]::Ordinal)) { New-Word $value $description }
        }
    } elseif ($parameters.ContainsKey($command) -and $given -lt $parameters[$command][0]) {
        Get-Values $parameters[$command][1] $typed ''
    }
}
