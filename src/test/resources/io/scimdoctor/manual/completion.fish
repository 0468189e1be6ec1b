# Completion of scimdoctor for fish.
# Made by: scimdoctor completion fish

# Whether the words before the cursor name this command; behind the double hyphen none of them does.
function __scimdoctor_at
    set -l words (commandline -opc)
    set -e words[1]
    contains -- -- $words; and return 1
    set -l found
    for word in $words
        if not string match -q -- '-*' $word; and test "$word" != help
            set -a found $word
            if test (count $found) -ge (__scimdoctor_length $found[1])
                break
            end
        end
    end
    test "$found" = "$argv"
end

# How many words stand behind the command.
function __scimdoctor_given
    set -l words (commandline -opc)
    set -l given 0
    for word in $words[2..-1]
        string match -q -- '-*' $word; or set given (math $given + 1)
    end
    test (math $given - (count (string split ' ' -- $argv[1]))) -lt $argv[2]
end

# What only this user has; the program may be named by a path with spaces.
function __scimdoctor_ask
    set -l words (commandline -opc)
    set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
    $program completion --candidates $argv[1] 2>/dev/null </dev/null
end

# A format, or the file behind one.
function __scimdoctor_format
    set -l token (commandline -ct)
    set -l option (string match -r -- '^(?:--output=|-o)' $token)
    set token (string replace -r -- '^(?:--output=|-o)' '' $token)
    if string match -q -- '*=*' $token
        set -l parts (string split -m 1 = -- $token)
        for file in (complete -C "'' $parts[2]")
            printf '%s=%s\n' $parts[1] $file
        end
    else
        printf '%s\n' $argv
    end
end

# @generated
