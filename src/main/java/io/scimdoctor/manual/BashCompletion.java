package io.scimdoctor.manual;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The script for bash, with or without the package bash-completion. */
final class BashCompletion {
    private static final String BEGINNING = """
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
              local program=${words[0]//[\\\\\\"\\']/}
              program=${program/#\\~\\//$HOME/}
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
            """;
    private static final String END = """
              esac
              COMPREPLY+=($(compgen -P "$before" -W "$list" -- "$cur"))
              if [[ $kind == operation && ${#COMPREPLY[@]} -eq 0 ]]; then
                _scimdoctor_files "$cur"
              fi
            }

            _scimdoctor() {
              local IFS=$' \\t\\n' cur before= command= pending= kind= first i
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
            """;

    private final Program program;
    private final Candidates candidates;
    private final StringBuilder text = new StringBuilder(BEGINNING);

    BashCompletion(Program program, Candidates candidates) {
        this.program = program;
        this.candidates = candidates;
    }

    String script() {
        for (Value value : Value.values()) {
            if (value.isLive()) {
                text.append("    ")
                        .append(value.word())
                        .append(") list=$(_scimdoctor_ask ")
                        .append(value.word());
                text.append(") ;;\n");
            } else if (value.isListed()) {
                text.append("    ").append(value.word()).append(")\n      list='\n");
                text.append(list(value)).append("'\n      ;;\n");
            }
        }
        String offers = END.substring(0, END.indexOf("_scimdoctor() {"));
        text.append(offers);
        members();
        options();
        kinds();
        parameters();
        return text.append(END.substring(offers.length())).toString();
    }

    private String list(Value value) {
        List<String> words = new ArrayList<>();
        for (Candidate candidate : candidates.of(value, "")) {
            words.add(candidate.value());
        }
        return Wrapped.text(String.join(" ", words), 0, 0, 100);
    }

    /** The words that may follow: commands, and those of a group. */
    private void members() {
        text.append("_scimdoctor_members() {\n  members=\n  case $1 in\n");
        text.append("    '') members='").append(words(program.firstWords())).append(" help' ;;\n");
        for (String group : program.groups().keySet()) {
            text.append("    ").append(group).append(") members='").append(words(program.words(group)));
            text.append("' ;;\n");
        }
        text.append("  esac\n}\n\n");
    }

    private static String words(List<Candidate> candidates) {
        List<String> words = new ArrayList<>();
        for (Candidate candidate : candidates) {
            words.add(candidate.value());
        }
        return String.join(" ", words);
    }

    private void options() {
        text.append("_scimdoctor_options() {\n  case $1 in\n");
        for (CommandEntry command : program.commands()) {
            List<String> names = new ArrayList<>();
            for (OptionEntry option : command.options()) {
                names.addAll(option.names());
            }
            text.append("    '").append(command.name()).append("') options='").append(String.join(" ", names));
            text.append("' ;;\n");
        }
        text.append("    *) options='-h --help -V --version' ;;\n  esac\n}\n\n");
    }

    /** An option that means the same everywhere is told once. */
    private void kinds() {
        Map<String, Set<String>> everywhere = new LinkedHashMap<>();
        for (CommandEntry command : program.commands()) {
            for (OptionEntry option : command.options()) {
                everywhere
                        .computeIfAbsent(option.name(), name -> new LinkedHashSet<>())
                        .add(kind(option));
            }
        }
        Set<String> lines = new LinkedHashSet<>();
        for (CommandEntry command : program.commands()) {
            for (OptionEntry option : command.options()) {
                boolean same = everywhere.getOrDefault(option.name(), Set.of()).size() == 1;
                if (!option.isFlag()) {
                    lines.add(line(same ? "*" : "'" + command.name() + "'", option));
                }
            }
        }
        text.append("_scimdoctor_kind() {\n  kind=\n  case $1 in\n");
        lines.forEach(text::append);
        text.append("  esac\n}\n\n");
    }

    private static String kind(OptionEntry option) {
        return option.isFlag() ? "" : ValueWords.of(option);
    }

    private static String line(String command, OptionEntry option) {
        List<String> patterns = new ArrayList<>();
        for (String name : option.names()) {
            patterns.add(command + "' " + name + "'");
        }
        return "    " + String.join(" | ", patterns) + ") kind='" + kind(option) + "' ;;\n";
    }

    private void parameters() {
        text.append("_scimdoctor_parameters() {\n  kind=\n  case $1 in\n");
        for (CommandEntry command : program.commands()) {
            ParametersEntry parameters = command.parameters();
            if (!parameters.isEmpty() && parameters.value() != Value.TEXT) {
                String kind = "kind='" + ValueWords.of(parameters.value(), parameters.choices()) + "'";
                boolean endless = parameters.most() == Integer.MAX_VALUE;
                text.append("    '").append(command.name()).append("') ");
                text.append(endless ? "" : "(($2 < " + parameters.most() + ")) && ")
                        .append(kind)
                        .append(" ;;\n");
            }
        }
        text.append("  esac\n}\n\n");
    }
}
