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
    finding)
      list='
aadsts-unlisted accept-invalid-on-delete accept-missing accept-not-served access-denied
application-not-in-tenant attribute-selection-invalid attribute-unknown bad-request bandwidth-limit
base-url-invalid base-url-unusual call-budget-exhausted captive-portal certificate-unchecked
check-crashed claims-challenge clock-ahead clock-behind cloud-undocumented concurrent-update
configuration-incomplete connect-timeout connection-refused connection-reset content-type-wrong
control-call-accepted count-invalid credential-missing credential-unusable cursor-invalid
deadline-exceeded dns-failure domain-not-verified duplicate-value edge-html empty-reply
feature-not-enabled filter-unsupported gateway-fault group-not-writable group-role-assignable
gzip-bomb id-not-guid identity-not-found intermittent-failure licence-missing malformed-response
managed-identity-error member-already-present method-not-supported network-unreachable not-a-member
not-this-api object-not-found object-synced oversized-body password-policy path-invalid
payload-unreadable payment-required permission-missing precondition-failed proxy-auth proxy-block
proxy-fault proxy-rate-limit proxy-unreachable put-not-supported query-whitespace quota-exceeded
redirect-other-host reference-not-found request-too-large required-attribute-missing
resource-principal-disabled responder-not-entra responder-unknown response-timeout schema-drift
service-busy service-fault service-timeout slow-first-byte stalled-body target-is-administrator
target-restricted throttled tls-client-certificate tls-expired tls-failure tls-hostname-mismatch
tls-protocol tls-untrusted token-application-mismatch token-delegated token-encrypted
token-endpoint-error token-expired token-lifetime-unusual token-missing token-not-yet-valid
token-opaque token-rejected token-signature token-unparseable token-unusual token-withheld
token-wrong-audience token-wrong-tenant token-wrong-version too-many-members truncated-body
unclassified unexpected-content unexpected-redirect urn-unknown value-invalid wrong-base-url
AADSTS7000215 AADSTS7000222 AADSTS7000216 AADSTS7000218 AADSTS700016 AADSTS70001 AADSTS700011
AADSTS7000112 AADSTS7000229 AADSTS90002 AADSTS900023 AADSTS50059 AADSTS50194 AADSTS9001023
AADSTS90124 AADSTS90130 AADSTS90038 AADSTS900382 AADSTS900432 AADSTS50049 AADSTS70011 AADSTS1002012
AADSTS28002 AADSTS28003 AADSTS700022 AADSTS700023 AADSTS901002 AADSTS500011 AADSTS500014 AADSTS50001
AADSTS650057 AADSTS501051 AADSTS65001 AADSTS650056 AADSTS700027 AADSTS700024 AADSTS50048 AADSTS50027
AADSTS1000502 AADSTS7000214 AADSTS5002738 AADSTS700030 AADSTS50012 AADSTS50146 AADSTS70021
AADSTS700211 AADSTS700212 AADSTS700213 AADSTS7002137 AADSTS7002138 AADSTS700229 AADSTS7000272
AADSTS50166 AADSTS90061 AADSTS700222 AADSTS53003 AADSTS530032 AADSTS53011 AADSTS500021 AADSTS900144
AADSTS900561 AADSTS90014 AADSTS9002313 AADSTS90013 AADSTS50196 AADSTS90055 AADSTS90033 AADSTS90024
AADSTS90006 AADSTS50033 AADSTS90012 AADSTS70025 AADSTS7002381 AADSTS700223 AADSTS700238 AADSTS700021
AADSTS5002723 AADSTS5000811 AADSTS700025 AADSTS70002 AADSTS70003 AADSTS900021 AADSTS90019
AADSTS50128 AADSTS90023 AADSTS90004 AADSTS5000225 AADSTS5000224 AADSTS1000031 AADSTS500022
AADSTS50002 AADSTS650052 AADSTS90093 AADSTS90090 AADSTS50000 AADSTS1002016 AADSTS100007 AADSTS50008
AADSTS50013 AADSTS50173 AADSTS70008 AADSTS700082 AADSTS530084 AADSTS53000 AADSTS53001 AADSTS50076
AADSTS50079 AADSTS50126 AADSTS50034 AADSTS50105 AADSTS50131 AADSTS16000 AADSTS50058 AADSTS50020
AADSTS65004 AADSTS90092 AADSTS700003 AADSTS50057 AADSTS50055 AADSTS50053 AADSTS54005 AADSTS50011
AADSTS65005 AADSTS650054 AADSTS500133 AADSTS90094 AADSTS90099 AADSTS900384 AADSTS90091 AADSTS90036
AADSTS50017 AADSTS500212 AADSTS500213 AADSTS530035 AADSTS50003 AADSTS50006 AADSTS70000 AADSTS70043
AADSTS90051 AADSTS90043 AADSTS1000104 AADSTS9002332 AADSTS90027 AADSTS90056 AADSTS90015 AADSTS90100
AADSTS90102 AADSTS90117 AADSTS90121 AADSTS90016 AADSTS51000 AADSTS501461 AADSTS90008 AADSTS90009
AADSTS7000114 AADSTS90123 AADSTS50072 AADSTS50074 AADSTS50078 AADSTS53002 AADSTS53004 AADSTS530034
AADSTS50014 AADSTS50056 AADSTS50064 AADSTS50144 AADSTS51004 AADSTS50089 AADSTS65002 AADSTS700005
AADSTS90112 AADSTS90011 AADSTS240002'
      ;;
    scenario)
      list='
healthy accept-missing accept-invalid-on-delete filter-unsupported query-whitespace count-invalid
id-not-guid attribute-selection-invalid object-not-found urn-unknown put-not-supported
method-not-supported accept-not-served required-attribute-missing duplicate-value password-policy
domain-not-verified value-invalid payload-unreadable content-type-wrong too-many-members
reference-not-found not-a-member target-is-administrator bad-request member-already-present
concurrent-update precondition-failed token-missing token-unparseable token-expired
token-not-yet-valid token-wrong-audience token-wrong-tenant token-delegated token-signature
token-rejected application-not-in-tenant clock-ahead clock-behind AADSTS7000215 AADSTS7000222
AADSTS700016 AADSTS7000112 AADSTS7000229 AADSTS90002 AADSTS500011 AADSTS53003 AADSTS700024
AADSTS700027 feature-not-enabled feature-not-enabled-401 permission-missing roles-too-few
claims-challenge licence-missing access-denied resource-principal-disabled throttled service-fault
gateway-fault service-busy service-timeout intermittent-504 schema-drift wrong-base-url edge-html
proxy-block proxy-auth proxy-fault proxy-rate-limit captive-portal redirect-other-host
slow-first-byte stalled-body truncated-body connection-reset empty-reply oversized-body gzip-bomb'
      ;;
    operation)
      list='
read-discovery read-security-attribute-schemas list-users read-user read-security-attributes
create-user update-user update-user-other-mails update-user-phones update-user-active
update-user-leave-date update-user-security-attributes delete-user read-groups create-group
update-group update-group-members delete-group'
      ;;
    method)
      list='
GET POST PATCH DELETE'
      ;;
    run) list=$(_scimdoctor_ask run) ;;
    watch) list=$(_scimdoctor_ask watch) ;;
    profile) list=$(_scimdoctor_ask profile) ;;
  esac
  COMPREPLY+=($(compgen -P "$before" -W "$list" -- "$cur"))
  if [[ $kind == operation && ${#COMPREPLY[@]} -eq 0 ]]; then
    _scimdoctor_files "$cur"
  fi
}

_scimdoctor_members() {
  members=
  case $1 in
    '') members='check probe watch classify token permissions lint explain runs ticket simulate mcp shell completion profile env version help' ;;
    token) members='inspect get' ;;
    lint) members='filter query request user group patch' ;;
    runs) members='list show diff export import delete purge' ;;
    ticket) members='new preview verify' ;;
    profile) members='set list show use delete' ;;
  esac
}

_scimdoctor_options() {
  case $1 in
    'check') options='--simulate --for --full --user-id --group-id --filter --only --skip --dry-run --list -p --profile --config --cloud --base-url --tenant --allow-host --token-file --client-id --client-secret-file --client-certificate --client-certificate-password-file --federated-token-file --authority-host --proxy --no-proxy --cacert -k --insecure --connect-timeout --request-timeout --max-time --max-calls --retries --wait --no-record --fail-on --ignore -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'probe') options='--data --header --accept --no-accept --without-token --repeat --compare-accept --dry-run --yes --force --simulate -p --profile --config --cloud --base-url --tenant --allow-host --token-file --client-id --client-secret-file --client-certificate --client-certificate-password-file --federated-token-file --authority-host --proxy --no-proxy --cacert -k --insecure --connect-timeout --request-timeout --max-time --max-calls --retries --wait --no-record --fail-on --ignore -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'watch') options='--data --header --accept --no-accept --without-token --yes --force --interval --duration --until-fail --budget-usd --gap --resume --listen --simulate --for --full --user-id --group-id --filter --only --skip --dry-run -p --profile --config --cloud --base-url --tenant --allow-host --token-file --client-id --client-secret-file --client-certificate --client-certificate-password-file --federated-token-file --authority-host --proxy --no-proxy --cacert -k --insecure --connect-timeout --request-timeout --max-time --max-calls --retries --wait --no-record --fail-on --ignore -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'classify') options='--status --method --url --field --token-file --tenant --since --until --only --top --summary --gap --kql --stats --fail-on --ignore -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'token inspect') options='--tenant --client-id --cloud --fail-on --ignore -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'token get') options='--simulate --dry-run -p --profile --config --cloud --base-url --tenant --allow-host --client-id --client-secret-file --client-certificate --client-certificate-password-file --federated-token-file --authority-host --proxy --no-proxy --cacert -k --insecure --connect-timeout --request-timeout --max-time --retries --wait --fail-on --ignore -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'permissions') options='--for --token-file --roles -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'lint filter') options='--resource --fix --fail-on --ignore -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'lint query') options='--resource --fix --fail-on --ignore -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'lint request') options='--summary --token-file --roles --fix --fail-on --ignore -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'lint user') options='--fix --fail-on --ignore -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'lint group') options='--fix --fail-on --ignore -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'lint patch') options='--resource --fix --fail-on --ignore -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'explain') options='--search --older-than --source -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'runs list') options='--limit -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'runs show') options='-o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'runs diff') options='-o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'runs export') options='-o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'runs import') options='--token-file --tenant -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'runs delete') options='--yes --dry-run -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'runs purge') options='--older-than --keep --all --yes --dry-run -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'ticket new') options='--from --status --method --url --field --token-file --tenant --case-id --note --bundle --max-length --require-complete -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'ticket preview') options='--from --status --method --url --field --token-file --tenant --case-id --note -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'ticket verify') options='-o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'simulate') options='--list --port --rate --delay --client-certificate --tls --capture --seed -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'mcp') options='--allow-files -h --help' ;;
    'shell') options='-h --help' ;;
    'completion') options='-h --help' ;;
    'profile set') options='--cloud --token-file --token-variable --client-secret-file --client-secret-variable --client-certificate --client-certificate-password-file --client-certificate-password-variable --federated-token-file --proxy --no-proxy --ping-url-variable --unset --config --base-url --tenant --client-id --authority-host --cacert -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'profile list') options='--config -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'profile show') options='--config -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'profile use') options='--config -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'profile delete') options='--yes --config -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'env') options='-p --profile --config --cloud --base-url --tenant --allow-host --token-file --client-id --client-secret-file --client-certificate --client-certificate-password-file --federated-token-file --authority-host --proxy --no-proxy --cacert -k --insecure --connect-timeout --request-timeout --max-time -o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    'version') options='-o --output --output-file --color --ascii --redact -q --quiet -v --verbose --debug --no-input -h --help' ;;
    *) options='-h --help -V --version' ;;
  esac
}

_scimdoctor_kind() {
  kind=
  case $1 in
    *' --simulate') kind='optional scenario' ;;
    'check'' --for') kind='choice read users-write groups-write members custom-security-attributes' ;;
    *' --user-id') kind='text' ;;
    *' --group-id') kind='text' ;;
    *' --filter') kind='text' ;;
    'check'' --only') kind='text' ;;
    *' --skip') kind='text' ;;
    *' -p' | *' --profile') kind='profile' ;;
    *' --config') kind='file' ;;
    *' --cloud') kind='choice global usgov usgov-dod china' ;;
    *' --base-url') kind='text' ;;
    *' --tenant') kind='text' ;;
    *' --allow-host') kind='text' ;;
    *' --token-file') kind='file' ;;
    *' --client-id') kind='text' ;;
    *' --client-secret-file') kind='file' ;;
    *' --client-certificate') kind='file' ;;
    *' --client-certificate-password-file') kind='file' ;;
    *' --federated-token-file') kind='file' ;;
    *' --authority-host') kind='text' ;;
    *' --proxy') kind='text' ;;
    *' --no-proxy') kind='text' ;;
    *' --cacert') kind='file' ;;
    *' --connect-timeout') kind='text' ;;
    *' --request-timeout') kind='text' ;;
    *' --max-time') kind='text' ;;
    *' --max-calls') kind='text' ;;
    *' --retries') kind='text' ;;
    *' --wait') kind='text' ;;
    *' --fail-on') kind='choice fail warn never' ;;
    *' --ignore') kind='finding' ;;
    'check'' -o' | 'check'' --output') kind='format text short json html junit markdown nagios prometheus' ;;
    *' --output-file') kind='file' ;;
    *' --color') kind='choice auto always never' ;;
    *' --redact') kind='choice seen standard strict' ;;
    *' --data') kind='file' ;;
    *' --header') kind='text' ;;
    *' --accept') kind='text' ;;
    *' --repeat') kind='text' ;;
    'probe'' -o' | 'probe'' --output') kind='format text short json html junit markdown nagios prometheus' ;;
    *' --interval') kind='text' ;;
    *' --duration') kind='text' ;;
    *' --until-fail') kind='text' ;;
    *' --budget-usd') kind='text' ;;
    *' --gap') kind='text' ;;
    *' --resume') kind='watch' ;;
    *' --listen') kind='text' ;;
    'watch'' --for') kind='choice read users-write groups-write members custom-security-attributes' ;;
    'watch'' --only') kind='text' ;;
    'watch'' -o' | 'watch'' --output') kind='format text short json ndjson markdown html' ;;
    *' --status') kind='text' ;;
    *' --method') kind='method' ;;
    *' --url') kind='text' ;;
    *' --field') kind='text' ;;
    *' --since') kind='text' ;;
    *' --until') kind='text' ;;
    'classify'' --only') kind='finding' ;;
    *' --top') kind='text' ;;
    'classify'' -o' | 'classify'' --output') kind='format text short json ndjson html junit markdown nagios prometheus' ;;
    'token inspect'' -o' | 'token inspect'' --output') kind='format text short json html markdown' ;;
    'token get'' -o' | 'token get'' --output') kind='format text short json html markdown' ;;
    'permissions'' --for') kind='operation' ;;
    *' --roles') kind='text' ;;
    'permissions'' -o' | 'permissions'' --output') kind='format text short json' ;;
    *' --resource') kind='choice users groups' ;;
    'lint filter'' -o' | 'lint filter'' --output') kind='format text short json html junit markdown sarif github' ;;
    'lint query'' -o' | 'lint query'' --output') kind='format text short json html junit markdown sarif github' ;;
    'lint request'' -o' | 'lint request'' --output') kind='format text short json html junit markdown sarif github' ;;
    'lint user'' -o' | 'lint user'' --output') kind='format text short json html junit markdown sarif github' ;;
    'lint group'' -o' | 'lint group'' --output') kind='format text short json html junit markdown sarif github' ;;
    'lint patch'' -o' | 'lint patch'' --output') kind='format text short json html junit markdown sarif github' ;;
    *' --search') kind='text' ;;
    *' --older-than') kind='text' ;;
    *' --source') kind='text' ;;
    'explain'' -o' | 'explain'' --output') kind='format text short json' ;;
    *' --limit') kind='text' ;;
    'runs list'' -o' | 'runs list'' --output') kind='format text short json' ;;
    'runs show'' -o' | 'runs show'' --output') kind='format text short json html markdown' ;;
    'runs diff'' -o' | 'runs diff'' --output') kind='format text short json' ;;
    'runs export'' -o' | 'runs export'' --output') kind='format har json' ;;
    'runs import'' -o' | 'runs import'' --output') kind='format text short json' ;;
    'runs delete'' -o' | 'runs delete'' --output') kind='format text short json' ;;
    *' --keep') kind='text' ;;
    'runs purge'' -o' | 'runs purge'' --output') kind='format text short json' ;;
    *' --from') kind='file' ;;
    *' --case-id') kind='text' ;;
    *' --note') kind='text' ;;
    *' --bundle') kind='file' ;;
    *' --max-length') kind='text' ;;
    'ticket new'' -o' | 'ticket new'' --output') kind='format text markdown json html' ;;
    'ticket preview'' -o' | 'ticket preview'' --output') kind='format text json' ;;
    'ticket verify'' -o' | 'ticket verify'' --output') kind='format text json' ;;
    *' --port') kind='text' ;;
    *' --rate') kind='text' ;;
    *' --delay') kind='text' ;;
    *' --capture') kind='file' ;;
    *' --seed') kind='file' ;;
    'simulate'' -o' | 'simulate'' --output') kind='format text short json' ;;
    *' --allow-files') kind='file' ;;
    *' --token-variable') kind='text' ;;
    *' --client-secret-variable') kind='text' ;;
    *' --client-certificate-password-variable') kind='text' ;;
    *' --ping-url-variable') kind='text' ;;
    *' --unset') kind='text' ;;
    'profile set'' -o' | 'profile set'' --output') kind='format text json' ;;
    'profile list'' -o' | 'profile list'' --output') kind='format text short json' ;;
    'profile show'' -o' | 'profile show'' --output') kind='format text json' ;;
    'profile use'' -o' | 'profile use'' --output') kind='format text json' ;;
    'profile delete'' -o' | 'profile delete'' --output') kind='format text json' ;;
    'env'' -o' | 'env'' --output') kind='format text json' ;;
    'version'' -o' | 'version'' --output') kind='format text json' ;;
  esac
}

_scimdoctor_parameters() {
  kind=
  case $1 in
    'probe') (($2 < 1)) && kind='method' ;;
    'watch') (($2 < 1)) && kind='method' ;;
    'classify') kind='file' ;;
    'token inspect') (($2 < 1)) && kind='file' ;;
    'lint filter') kind='file' ;;
    'lint query') kind='file' ;;
    'lint request') kind='file' ;;
    'lint user') kind='file' ;;
    'lint group') kind='file' ;;
    'lint patch') kind='file' ;;
    'explain') kind='finding' ;;
    'runs show') (($2 < 1)) && kind='run' ;;
    'runs diff') (($2 < 2)) && kind='run' ;;
    'runs export') (($2 < 1)) && kind='run' ;;
    'runs import') kind='file' ;;
    'runs delete') kind='run' ;;
    'ticket new') kind='run' ;;
    'ticket preview') kind='run' ;;
    'ticket verify') (($2 < 1)) && kind='file' ;;
    'simulate') (($2 < 1)) && kind='scenario' ;;
    'completion') (($2 < 1)) && kind='choice bash zsh fish powershell' ;;
    'profile set') (($2 < 1)) && kind='profile' ;;
    'profile show') (($2 < 1)) && kind='profile' ;;
    'profile use') (($2 < 1)) && kind='profile' ;;
    'profile delete') (($2 < 1)) && kind='profile' ;;
  esac
}

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
