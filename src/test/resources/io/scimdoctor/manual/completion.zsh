#compdef scimdoctor
# Completion of scimdoctor for zsh.
# Made by: scimdoctor completion zsh

# What only this user has; the program may be named by a path with spaces.
_scimdoctor_ask() {
  local -a found
  found=(${(f)"$("$_scimdoctor_program" completion --candidates $1 2>/dev/null </dev/null)"})
  found=(${${found//:/\\:}/$'\t'/:})
  _describe -V -t $1s "$2" found
}

# A format, or the file behind one.
_scimdoctor_format() {
  if compset -P '*='; then
    _files
  else
    local -a formats=($@)
    _describe -t formats format formats
  fi
}

# @generated
_scimdoctor_help() {
  _scimdoctor_command
}

_scimdoctor() {
  local curcontext=$curcontext state line _scimdoctor_program=${(Q)words[1]}
  typeset -A opt_args
  _scimdoctor_program=${_scimdoctor_program/#\~\//$HOME/}
  # Behind the double hyphen nothing is an option, and nobody knows what is meant.
  ((${words[(Ie)--]} && ${words[(Ie)--]} < CURRENT)) && return 1
  _scimdoctor_command
}

if [[ $funcstack[1] == _scimdoctor ]]; then
  _scimdoctor "$@"
else
  compdef _scimdoctor scimdoctor
fi
