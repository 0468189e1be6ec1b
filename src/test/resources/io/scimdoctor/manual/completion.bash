# Completion of scimdoctor for bash, with or without bash-completion.
# Made by: scimdoctor completion bash

# Bash takes --name=value apart; here it is one word again. Only what stands before the cursor counts.
_scimdoctor_words() {
  local line=${COMP_LINE:0:COMP_POINT} blank word i
  words=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    blank=${line%%[![:space:]]*}
    line=${line#"$blank"}
    word=${COMP_WORDS[i]}
    ((i == COMP_CWORD)) && word=$line
    line=${line#"$word"}
    if ((i > 0)) && [[ -z $blank ]]; then
      words[${#words[@]}-1]+=$word
    else
      words+=("$word")
    fi
  done
}

# What only this user has; the program may be named by a path with spaces.
_scimdoctor_ask() {
  local program=${words[0]//[\\\"\']/}
  program=${program/#\~\//$HOME/}
  "$program" completion --candidates "$1" 2>/dev/null </dev/null | cut -f 1
}

# Readline itself completes names of files, and quotes them.
_scimdoctor_files() {
  if [[ -z $before ]] && compopt -o default 2>/dev/null; then
    return
  fi
  local name
  while IFS= read -r name; do
    COMPREPLY+=("$name")
  done < <(compgen -P "$before" -f -- "$1")
}

# Offers values: a kind, and the choices behind it.
_scimdoctor_offer() {
  local kind=$1 list=
  shift
  case $kind in
    choice) list=$* ;;
    format)
      if [[ $cur == *=* ]]; then
        [[ -z $before ]] || before+=${cur%%=*}=
        _scimdoctor_files "${cur#*=}"
        return
      fi
      list=$*
      ;;
    file) _scimdoctor_files "$cur" ;;
# @generated
  esac
  COMPREPLY+=($(compgen -P "$before" -W "$list" -- "$cur"))
  if [[ $kind == operation && ${#COMPREPLY[@]} -eq 0 ]]; then
    _scimdoctor_files "$cur"
  fi
}

# @generated
_scimdoctor() {
  local IFS=$' \t\n' cur before= command= pending= kind= first i
  local -i given=0
  local -a words
  COMPREPLY=()
  _scimdoctor_words
  cur=${words[${#words[@]}-1]}
  for ((i = 1; i < ${#words[@]} - 1; i++)); do
    if [[ -n $pending ]]; then
      pending=
      continue
    fi
    case ${words[i]} in
      --) return ;;
      --*=*) ;;
      -?*)
        _scimdoctor_kind "$command ${words[i]}"
        case $kind in '' | optional*) ;; *) pending=${words[i]} ;; esac
        ;;
      help) [[ -n $command ]] && given+=1 ;;
      *)
        _scimdoctor_members "$command"
        if [[ -n $members ]]; then
          command="${command:+$command }${words[i]}"
        else
          given+=1
        fi
        ;;
    esac
  done
  if [[ -n $pending ]]; then
    _scimdoctor_kind "$command $pending"
    _scimdoctor_offer $kind
    return
  fi
  if [[ $cur == --*=* ]]; then
    _scimdoctor_kind "$command ${cur%%=*}"
    [[ $COMP_WORDBREAKS == *=* ]] || before=${cur%%=*}=
    cur=${cur#*=}
    _scimdoctor_offer ${kind#optional }
    return
  fi
  if [[ $cur == -* && $cur != - ]] || [[ $cur == - ]]; then
    _scimdoctor_options "$command"
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
    return
  fi
  _scimdoctor_members "$command"
  if [[ -n $members ]]; then
    COMPREPLY=($(compgen -W "$members" -- "$cur"))
    return
  fi
  # An option whose value may be left out takes it from the next word too.
  if ((${#words[@]} > 2)); then
    _scimdoctor_kind "$command ${words[${#words[@]}-2]}"
    if [[ $kind == optional* ]]; then
      _scimdoctor_offer ${kind#optional }
      return
    fi
  fi
  _scimdoctor_parameters "$command" "$given"
  _scimdoctor_offer $kind
}

complete -F _scimdoctor scimdoctor
