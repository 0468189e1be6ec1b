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

function __scimdoctor_length
    switch $argv[1]
        case token lint runs ticket profile
            echo 2
        case '*'
            echo 1
    end
end

function __scimdoctor_finding
    printf '%s\t%s\n' \
        'aadsts-unlisted' 'Microsoft Entra issues no token, for a reason that is not in the catalogue' \
        'accept-invalid-on-delete' 'A DELETE must not send a JSON Accept header' \
        'accept-missing' 'The Accept header does not ask for JSON' \
        'accept-not-served' 'The service does not offer the format that Accept asks for' \
        'access-denied' 'The call is forbidden, but the answer names no missing permission' \
        'application-not-in-tenant' 'The calling application is not known in the tenant' \
        'attribute-selection-invalid' 'The attributes or excludedAttributes parameter names something that cannot be selected' \
        'attribute-unknown' 'The request names an attribute that the service does not know' \
        'bad-request' 'The request breaks a rule of the API that the answer does not name' \
        'bandwidth-limit' 'A bandwidth limit is exceeded' \
        'base-url-invalid' 'The base URL cannot be used' \
        'base-url-unusual' 'The base URL is not one of the known ones' \
        'call-budget-exhausted' 'The run reached its limit of calls' \
        'captive-portal' 'A network login page answers instead of the API' \
        'certificate-unchecked' 'The server\'s certificate was not checked' \
        'check-crashed' 'A check failed because of a bug in scimdoctor' \
        'claims-challenge' 'Graph asks for a token with additional claims' \
        'clock-ahead' 'The clock of this machine is ahead' \
        'clock-behind' 'The clock of this machine is behind' \
        'cloud-undocumented' 'The SCIM API documentation does not mention this cloud' \
        'concurrent-update' 'Another change to the same object is in progress' \
        'configuration-incomplete' 'A needed setting is missing' \
        'connect-timeout' 'The connection times out' \
        'connection-refused' 'The host refuses the connection' \
        'connection-reset' 'The connection breaks before an answer comes' \
        'content-type-wrong' 'The Content-Type of the request body is missing or not accepted' \
        'control-call-accepted' 'A call without a token is accepted' \
        'count-invalid' 'The count parameter has a value that the service refuses' \
        'credential-missing' 'No token and no credentials are configured' \
        'credential-unusable' 'The configured certificate or federated token cannot be used' \
        'cursor-invalid' 'The paging cursor is damaged, expired or used with another query' \
        'deadline-exceeded' 'The run reached its time limit' \
        'dns-failure' 'The host name cannot be resolved' \
        'domain-not-verified' 'The domain of userName is not verified in the tenant' \
        'duplicate-value' 'Another object already has a value that must be unique' \
        'edge-html' 'A web page answers instead of the API' \
        'empty-reply' 'The server closes the connection without an answer' \
        'feature-not-enabled' 'The SCIM Provisioning API is not enabled for the tenant' \
        'filter-unsupported' 'The API does not support this filter' \
        'gateway-fault' 'A Microsoft gateway gets no valid answer from the service' \
        'group-not-writable' 'Groups of this kind cannot be changed through the API' \
        'group-role-assignable' 'The group is probably role-assignable, so the application may not change it' \
        'gzip-bomb' 'The compressed answer unpacks to an unreasonable size' \
        'id-not-guid' 'An object id in the call is not a GUID' \
        'identity-not-found' 'The managed identity is not available to this machine' \
        'intermittent-failure' 'Some calls fail and others of the same kind succeed' \
        'licence-missing' 'The tenant lacks the licence that the call needs' \
        'malformed-response' 'The answer is not valid HTTP' \
        'managed-identity-error' 'The managed identity endpoint issues no token' \
        'member-already-present' 'A member to be added is already in the group' \
        'method-not-supported' 'The method is not supported on this URL' \
        'network-unreachable' 'There is no route to the host' \
        'not-a-member' 'The user to remove is not a member of the group' \
        'not-this-api' 'This is another Microsoft API, not the SCIM API' \
        'object-not-found' 'The user or group does not exist in the tenant' \
        'object-synced' 'The object is mastered elsewhere, so it cannot be changed here' \
        'oversized-body' 'The answer is larger than scimdoctor accepts' \
        'password-policy' 'The password does not meet the password policy of the tenant' \
        'path-invalid' 'The path of a PATCH operation is not valid' \
        'payload-unreadable' 'The request body cannot be read as JSON' \
        'payment-required' 'The tenant has no valid payment for this metered API' \
        'permission-missing' 'The application lacks a permission for this call' \
        'precondition-failed' 'An If-Match condition is not met, or is missing' \
        'proxy-auth' 'The proxy requires authentication' \
        'proxy-block' 'A proxy or firewall blocks the call' \
        'proxy-fault' 'A proxy or gateway on the way fails' \
        'proxy-rate-limit' 'A proxy limits the rate of calls' \
        'proxy-unreachable' 'The proxy cannot be reached' \
        'put-not-supported' 'PUT is not supported; change users and groups with PATCH' \
        'query-whitespace' 'White space stands next to an equals sign in the query string' \
        'quota-exceeded' 'A directory quota is exceeded' \
        'redirect-other-host' 'A redirect leads to another host and is not followed' \
        'reference-not-found' 'The request refers to an object that does not exist' \
        'request-too-large' 'The request or its URL is too large' \
        'required-attribute-missing' 'The request lacks a required attribute' \
        'resource-principal-disabled' 'The application, or Microsoft Graph itself, is disabled in the tenant' \
        'responder-not-entra' 'The answer comes from a server that is not Microsoft Entra' \
        'responder-unknown' 'It is not clear who answers' \
        'response-timeout' 'No answer within the time limit' \
        'schema-drift' 'The schemas of the service differ from the known ones' \
        'service-busy' 'The service is temporarily unavailable' \
        'service-fault' 'The service fails while processing the request' \
        'service-timeout' 'The service does not answer in time' \
        'slow-first-byte' 'The service answers slowly' \
        'stalled-body' 'The answer begins and then stops' \
        'target-is-administrator' 'The target user is probably an administrator, whom the application may not change' \
        'target-restricted' 'The object is in a restricted management administrative unit' \
        'throttled' 'The service limits the rate of calls' \
        'tls-client-certificate' 'The server requires a client certificate' \
        'tls-expired' 'The server\'s certificate is expired or not yet valid' \
        'tls-failure' 'The TLS handshake fails' \
        'tls-hostname-mismatch' 'The certificate belongs to another host name' \
        'tls-protocol' 'Client and server share no TLS version or cipher' \
        'tls-untrusted' 'The server\'s certificate is not trusted' \
        'token-application-mismatch' 'The token belongs to a different application than the configured one' \
        'token-delegated' 'The access token acts for a user, which this API does not support' \
        'token-encrypted' 'The token is encrypted and cannot be decoded' \
        'token-endpoint-error' 'A server that is not Microsoft Entra refuses to issue a token' \
        'token-expired' 'The access token has expired' \
        'token-lifetime-unusual' 'The lifetime of the token is unusual' \
        'token-missing' 'No access token reaches the service' \
        'token-not-yet-valid' 'The access token is not valid yet' \
        'token-opaque' 'The token is not a JWT and cannot be decoded' \
        'token-rejected' 'The access token is not accepted, and the answer does not say why' \
        'token-signature' 'The signature or key of the access token is not accepted' \
        'token-unparseable' 'The value sent as the access token is not a valid token' \
        'token-unusual' 'The token differs from what Microsoft Graph usually gets' \
        'token-withheld' 'scimdoctor does not send the token to this host' \
        'token-wrong-audience' 'The access token is meant for another resource' \
        'token-wrong-tenant' 'The access token belongs to another tenant' \
        'token-wrong-version' 'The token has version 2.0, which is unusual for Microsoft Graph' \
        'too-many-members' 'One PATCH changes more members than the API allows' \
        'truncated-body' 'The answer is shorter than announced' \
        'unclassified' 'The answer matches no known condition' \
        'unexpected-content' 'The answer reports success but is not SCIM' \
        'unexpected-redirect' 'The server answers with a redirect' \
        'urn-unknown' 'The schema or resource type in the URL does not exist' \
        'value-invalid' 'An attribute has a value that the directory does not accept' \
        'wrong-base-url' 'The URL does not lead to the SCIM service' \
        'AADSTS7000215' 'The client secret is wrong' \
        'AADSTS7000222' 'The client secret has expired' \
        'AADSTS7000216' 'The request carries no client credential' \
        'AADSTS7000218' 'The body lacks client_assertion or client_secret' \
        'AADSTS700016' 'The application is not found in the tenant' \
        'AADSTS70001' 'The application is unknown or disabled in the tenant' \
        'AADSTS700011' 'The client application does not exist in the directory' \
        'AADSTS7000112' 'The application is disabled' \
        'AADSTS7000229' 'The application has no service principal in the tenant' \
        'AADSTS90002' 'The tenant does not exist' \
        'AADSTS900023' 'The tenant in the token URL is neither a GUID nor a domain' \
        'AADSTS50059' 'The request does not say which tenant it is for' \
        'AADSTS50194' 'A single-tenant application uses the common endpoint' \
        'AADSTS9001023' 'The grant type is not served on the common endpoint' \
        'AADSTS90124' 'The resource is not served over the common endpoint' \
        'AADSTS90130' 'The application is not served over the common endpoint' \
        'AADSTS90038' 'The tenant belongs to another national cloud' \
        'AADSTS900382' 'A confidential client calls across clouds' \
        'AADSTS900432' 'The application credential is used across national clouds' \
        'AADSTS50049' 'The login host is not a known cloud instance' \
        'AADSTS70011' 'The scope is not valid' \
        'AADSTS1002012' 'Client credentials need a scope that ends in /.default' \
        'AADSTS28002' 'The scope value is not valid for an access token' \
        'AADSTS28003' 'The scope is empty' \
        'AADSTS700022' 'The scope names more than one resource' \
        'AADSTS700023' 'The audience of the client assertion, or the scope, is not accepted' \
        'AADSTS901002' 'The version 2 endpoint does not take the resource parameter' \
        'AADSTS500011' 'The resource is not found in the tenant' \
        'AADSTS500014' 'The service principal of the resource is disabled' \
        'AADSTS50001' 'The resource is disabled or does not exist' \
        'AADSTS650057' 'The application does not list the resource among its permissions' \
        'AADSTS501051' 'The application holds no role of the resource' \
        'AADSTS65001' 'Consent is missing' \
        'AADSTS650056' 'The application is not set up for the resource' \
        'AADSTS700027' 'The signature of the client assertion cannot be verified' \
        'AADSTS700024' 'The client assertion is outside its time range' \
        'AADSTS50048' 'The subject of the client assertion is not its issuer' \
        'AADSTS50027' 'The client assertion is not a well-formed token' \
        'AADSTS1000502' 'The certificate is outside its validity' \
        'AADSTS7000214' 'The certificate is revoked' \
        'AADSTS5002738' 'The assertion is signed with an algorithm that is not supported' \
        'AADSTS700030' 'The subject of the certificate is not authorized' \
        'AADSTS50012' 'The certificate or the assertion of the application is not accepted' \
        'AADSTS50146' 'The application needs a signing key of its own' \
        'AADSTS70021' 'No federated credential matches the assertion' \
        'AADSTS700211' 'The issuer of the assertion matches no federated credential' \
        'AADSTS700212' 'The audience of the assertion matches no federated credential' \
        'AADSTS700213' 'The subject of the assertion matches no federated credential' \
        'AADSTS7002137' 'The assertion matches no federated credential, with a hint' \
        'AADSTS7002138' 'The assertion differs from the expected federated subject' \
        'AADSTS700229' 'The federated assertion is not an app-only token' \
        'AADSTS7000272' 'The key that signs the federated token is not published by its issuer' \
        'AADSTS50166' 'The issuer of the federated token cannot be reached' \
        'AADSTS90061' 'The keys of an external issuer cannot be fetched' \
        'AADSTS700222' 'The Entra token may not be used as a federated credential' \
        'AADSTS53003' 'Conditional Access blocks the token' \
        'AADSTS530032' 'A security policy of the tenant blocks the request' \
        'AADSTS53011' 'The sign-in is blocked because of risk' \
        'AADSTS500021' 'Tenant restrictions deny access to the tenant' \
        'AADSTS900144' 'A field is missing in the form body' \
        'AADSTS900561' 'The token endpoint is called with GET' \
        'AADSTS90014' 'A required field of the request is missing' \
        'AADSTS9002313' 'The request is malformed' \
        'AADSTS90013' 'A value of the request is not valid input' \
        'AADSTS50196' 'The client asks for the same token too often' \
        'AADSTS90055' 'The token endpoint throttles the tenant' \
        'AADSTS90033' 'The directory behind the token endpoint is temporarily unavailable' \
        'AADSTS90024' 'The token endpoint exceeds its time or budget for the request' \
        'AADSTS90006' 'A server behind the token endpoint is temporarily unavailable' \
        'AADSTS50033' 'The token endpoint reports a temporary fault' \
        'AADSTS90012' 'The request to the token endpoint timed out' \
        'AADSTS70025' 'The application has no federated credential at all' \
        'AADSTS7002381' 'A policy of the tenant demands an enterprise claim in the federated token' \
        'AADSTS700223' 'A policy of the tenant disables federated credentials' \
        'AADSTS700238' 'A policy of the tenant does not allow this federated issuer' \
        'AADSTS700021' 'The assertion names another application than client_id' \
        'AADSTS5002723' 'The client assertion does not say which key signed it' \
        'AADSTS5000811' 'The key that signed the assertion is not registered' \
        'AADSTS700025' 'A public client sends a credential' \
        'AADSTS70002' 'The client secret is wrong' \
        'AADSTS70003' 'The grant type is not supported' \
        'AADSTS900021' 'The tenant id is all zeros' \
        'AADSTS90019' 'The request does not say which tenant it is for' \
        'AADSTS50128' 'The tenant cannot be determined from the request' \
        'AADSTS90023' 'The request is not well-formed' \
        'AADSTS90004' 'The request is not formatted properly' \
        'AADSTS5000225' 'The tenant is blocked because it was inactive' \
        'AADSTS5000224' 'The tenant is not available' \
        'AADSTS1000031' 'The application is blocked' \
        'AADSTS500022' 'Tenant restrictions deny access to the tenant' \
        'AADSTS50002' 'Tenant restrictions deny access to the tenant' \
        'AADSTS650052' 'The tenant has not subscribed to the service that is asked for' \
        'AADSTS90093' 'Microsoft Graph refused what the token endpoint asked of it' \
        'AADSTS90090' 'The token endpoint reports a temporary fault' \
        'AADSTS50000' 'The token endpoint fails while issuing the token' \
        'AADSTS1002016' 'The connection uses an outdated version of TLS' \
        'AADSTS100007' 'The regional token endpoint does not serve this application' \
        'AADSTS50008' 'The SAML assertion is not accepted' \
        'AADSTS50013' 'The assertion is not accepted' \
        'AADSTS50173' 'The refresh token is revoked' \
        'AADSTS70008' 'The code or refresh token is expired' \
        'AADSTS700082' 'The refresh token is expired because it was not used' \
        'AADSTS530084' 'Conditional Access demands a token bound to this device' \
        'AADSTS53000' 'Conditional Access demands a compliant device' \
        'AADSTS53001' 'Conditional Access demands a device that is joined to the domain' \
        'AADSTS50076' 'The user must pass multifactor authentication' \
        'AADSTS50079' 'The user must set up multifactor authentication' \
        'AADSTS50126' 'User name or password is wrong' \
        'AADSTS50034' 'The user does not exist in the tenant' \
        'AADSTS50105' 'The caller is not assigned to the application' \
        'AADSTS50131' 'Conditional Access blocks the request' \
        'AADSTS16000' 'The account of a user is not known in the tenant, or must be chosen' \
        'AADSTS50058' 'Nobody is signed in' \
        'AADSTS50020' 'The account of another tenant is not known in this one' \
        'AADSTS65004' 'The user declined to consent' \
        'AADSTS90092' 'Microsoft Graph fails behind the token endpoint, and repeating the request may not help' \
        'AADSTS700003' 'The device is not known' \
        'AADSTS50057' 'The account of the user is disabled' \
        'AADSTS50055' 'The password of the user is expired' \
        'AADSTS50053' 'The account of the user is locked' \
        'AADSTS54005' 'The authorization code was already redeemed' \
        'AADSTS50011' 'The reply address does not match' \
        'AADSTS65005' 'The application is not set up for the resource' \
        'AADSTS650054' 'The application asks for permissions of a resource that no longer exists' \
        'AADSTS500133' 'The assertion of a user is outside its time range' \
        'AADSTS90094' 'An administrator must consent' \
        'AADSTS90099' 'The application is not authorized in the tenant of a partner\'s client' \
        'AADSTS900384' 'The signature of a token in the request cannot be verified' \
        'AADSTS90091' 'The directory behind the token endpoint cannot be reached for now' \
        'AADSTS90036' 'The directory behind the token endpoint failed, and repeating the request does not help' \
        'AADSTS50017' 'A certificate does not pass validation' \
        'AADSTS500212' 'A cross-tenant access policy refuses the request' \
        'AADSTS500213' 'A cross-tenant access policy refuses the request' \
        'AADSTS530035' 'Security defaults block the request' \
        'AADSTS50003' 'The application has no signing key' \
        'AADSTS50006' 'A signature in the request is not valid' \
        'AADSTS70000' 'The refresh token or code is not valid' \
        'AADSTS70043' 'The refresh token is expired by the sign-in frequency' \
        'AADSTS90051' 'The identifier of the national cloud is not valid' \
        'AADSTS90043' 'A sign-in is not carried over to another national cloud' \
        'AADSTS1000104' 'The cloud of the resource is not allowed for this tenant' \
        'AADSTS9002332' 'The application is for accounts of organizations only' \
        'AADSTS90027' 'The version 1 endpoint issues no tokens for personal accounts' \
        'AADSTS90056' 'The token endpoint is called incorrectly' \
        'AADSTS90015' 'The query string is too long' \
        'AADSTS90100' 'A parameter is empty or not valid' \
        'AADSTS90102' 'A parameter is not an absolute URL' \
        'AADSTS90117' 'A value of the request is not valid input' \
        'AADSTS90121' 'The request is empty' \
        'AADSTS90016' 'A token in the request lacks a required claim' \
        'AADSTS51000' 'A feature that the request needs is disabled' \
        'AADSTS501461' 'Mapped claims are not allowed for this audience' \
        'AADSTS90008' 'The application has no consent for itself' \
        'AADSTS90009' 'The application asks for a token for itself' \
        'AADSTS7000114' 'The application may not act on behalf of others' \
        'AADSTS90123' 'The identity provider refuses to issue a token' \
        'AADSTS50072' 'The user must register a second factor' \
        'AADSTS50074' 'The user must pass a second factor' \
        'AADSTS50078' 'The second factor of the user is expired' \
        'AADSTS53002' 'Conditional Access demands an approved application' \
        'AADSTS53004' 'The user must register a second factor, which risk prevents' \
        'AADSTS530034' 'A delegated administrator is blocked because of risk' \
        'AADSTS50014' 'The account of a guest does not exist in the tenant yet' \
        'AADSTS50056' 'The user has no password in the directory' \
        'AADSTS50064' 'User name or password is wrong' \
        'AADSTS50144' 'The password in Active Directory is expired' \
        'AADSTS51004' 'The user does not exist in the tenant' \
        'AADSTS50089' 'The sign-in took too long' \
        'AADSTS65002' 'An application of Microsoft is used for an API that has not approved it' \
        'AADSTS700005' 'The code belongs to another tenant' \
        'AADSTS90112' 'The client id is not a GUID' \
        'AADSTS90011' 'The request names more than one application' \
        'AADSTS240002' 'An ID token is passed on as an assertion'
end

function __scimdoctor_scenario
    printf '%s\t%s\n' \
        'healthy' 'Everything works' \
        'accept-missing' 'A GET without a JSON Accept header' \
        'accept-invalid-on-delete' 'A DELETE with a JSON Accept header' \
        'filter-unsupported' 'A filter that is not supported' \
        'query-whitespace' 'White space around the = of a query parameter' \
        'count-invalid' 'A list with count=0' \
        'id-not-guid' 'An id that is not a GUID' \
        'attribute-selection-invalid' 'Custom security attributes selected without a set' \
        'object-not-found' 'A well-formed id of no object' \
        'urn-unknown' 'A schema URN that does not exist' \
        'put-not-supported' 'A PUT, which the service does not know' \
        'method-not-supported' 'A POST to one user' \
        'accept-not-served' 'A format that the gateway does not serve' \
        'required-attribute-missing' 'A new user without userName' \
        'duplicate-value' 'A new user whose userName is taken' \
        'password-policy' 'A new user with a weak password' \
        'domain-not-verified' 'A new user in a foreign domain' \
        'value-invalid' 'A new user with a value out of bounds' \
        'payload-unreadable' 'A body that is cut off' \
        'content-type-wrong' 'A body that calls itself plain text' \
        'too-many-members' '21 members added in one request' \
        'reference-not-found' 'A member added that does not exist' \
        'not-a-member' 'A user removed from a group that he is not in' \
        'target-is-administrator' 'A change of an administrator, although the roles suffice for everybody else' \
        'bad-request' 'A 400 without a reason' \
        'member-already-present' 'A member added twice, as Microsoft Graph refuses it' \
        'concurrent-update' 'Two changes of one object at the same time' \
        'precondition-failed' 'A change that depends on a stale version' \
        'token-missing' 'The Authorization header gets lost on the way' \
        'token-unparseable' 'A token that is cut off' \
        'token-expired' 'A token that expired an hour ago' \
        'token-not-yet-valid' 'A token that is valid from the next hour on' \
        'token-wrong-audience' 'A token for another API' \
        'token-wrong-tenant' 'A token of another tenant' \
        'token-delegated' 'A token of a signed-in user' \
        'token-signature' 'A token that somebody else signed' \
        'token-rejected' 'A good token that the service refuses all the same' \
        'application-not-in-tenant' 'No service principal stands behind the token' \
        'clock-ahead' 'The local clock is ten minutes ahead' \
        'clock-behind' 'The local clock is ten minutes behind' \
        'AADSTS7000215' 'The client secret is wrong' \
        'AADSTS7000222' 'The client secret has expired' \
        'AADSTS700016' 'The application is not in the tenant' \
        'AADSTS7000112' 'The application is disabled' \
        'AADSTS7000229' 'The service principal is missing' \
        'AADSTS90002' 'The tenant does not exist' \
        'AADSTS500011' 'The scope names an unknown resource' \
        'AADSTS53003' 'Conditional Access blocks the token' \
        'AADSTS700024' 'The client assertion is out of time' \
        'AADSTS700027' 'The certificate is not registered' \
        'feature-not-enabled' 'The SCIM Provisioning API feature is off' \
        'feature-not-enabled-401' 'The feature was never enabled, which looks like a bad token' \
        'permission-missing' 'The token has a role, but not one for users or groups' \
        'roles-too-few' 'The roles cover users, but not groups' \
        'claims-challenge' 'The token was revoked; a claims challenge follows' \
        'licence-missing' 'The tenant lacks a premium licence' \
        'access-denied' 'A 403 without any reason' \
        'resource-principal-disabled' 'The service principal of Microsoft Graph is disabled' \
        'throttled' 'Too many requests; the answer says how long to wait' \
        'service-fault' 'The service fails with 500' \
        'gateway-fault' 'The gateway fails with 502' \
        'service-busy' 'The service is unavailable for a while' \
        'service-timeout' 'Every call ends with 504' \
        'intermittent-504' 'Some calls end with 504' \
        'schema-drift' 'The schemas differ from the known ones' \
        'wrong-base-url' 'The host does not know the SCIM route' \
        'edge-html' 'The edge in front of the service is overloaded' \
        'proxy-block' 'A proxy forbids the site' \
        'proxy-auth' 'A proxy requires credentials' \
        'proxy-fault' 'A proxy gives up waiting' \
        'proxy-rate-limit' 'A proxy limits the rate' \
        'captive-portal' 'A hotspot asks for a login, with status 200' \
        'redirect-other-host' 'A redirect leads to another host' \
        'slow-first-byte' 'The answer is slow to begin' \
        'stalled-body' 'The answer stops half-way' \
        'truncated-body' 'The answer is cut off' \
        'connection-reset' 'The connection is reset' \
        'empty-reply' 'The connection closes without an answer' \
        'oversized-body' 'The answer is larger than any list can be' \
        'gzip-bomb' 'A small answer unpacks to a gigabyte'
end

function __scimdoctor_operation
    printf '%s\t%s\n' \
        'read-discovery' 'read the configuration, resource types and schemas of the service' \
        'read-security-attribute-schemas' 'read the schemas of custom security attributes' \
        'list-users' 'list users' \
        'read-user' 'read one user' \
        'read-security-attributes' 'read users with custom security attributes' \
        'create-user' 'create a user' \
        'update-user' 'update a user' \
        'update-user-other-mails' 'update a user\'s other mail addresses only' \
        'update-user-phones' 'update a user\'s mobile or work telephone only' \
        'update-user-active' 'enable or disable a user only' \
        'update-user-leave-date' 'update a user\'s leave date' \
        'update-user-security-attributes' 'update a user\'s custom security attributes' \
        'delete-user' 'delete a user' \
        'read-groups' 'read groups' \
        'create-group' 'create a group' \
        'update-group' 'update a group\'s properties' \
        'update-group-members' 'add or remove members of a group only' \
        'delete-group' 'delete a group'
end

function __scimdoctor_method
    printf '%s\t%s\n' \
        'GET' 'read' \
        'POST' 'create' \
        'PATCH' 'change' \
        'DELETE' 'delete'
end

complete -c scimdoctor -f
complete -c scimdoctor -n '__scimdoctor_at' -a check -d 'Check everything from this machine\'s configuration to the SCIM service'
complete -c scimdoctor -n '__scimdoctor_at' -a probe -d 'Send one request of your own and diagnose its answer'
complete -c scimdoctor -n '__scimdoctor_at' -a watch -d 'Repeat the check, or one request, and find intermittent failures'
complete -c scimdoctor -n '__scimdoctor_at' -a classify -d 'Diagnose captured answers: a paste, curl output, a HAR file or a log'
complete -c scimdoctor -n '__scimdoctor_at' -a token -d 'Access tokens: inspect, get'
complete -c scimdoctor -n '__scimdoctor_at' -a permissions -d 'Show which application role each operation needs, and what a token lacks'
complete -c scimdoctor -n '__scimdoctor_at' -a lint -d 'Check requests before they are sent: filter, query, request, user, group, patch'
complete -c scimdoctor -n '__scimdoctor_at' -a explain -d 'Explain an error: by finding id, HTTP status, Microsoft\'s name or AADSTS number'
complete -c scimdoctor -n '__scimdoctor_at' -a runs -d 'Recorded runs: list, show, diff, export, import, delete, purge'
complete -c scimdoctor -n '__scimdoctor_at' -a ticket -d 'Support tickets: new, preview, verify'
complete -c scimdoctor -n '__scimdoctor_at' -a simulate -d 'Serve the embedded Entra SCIM API, with faults, on loopback'
complete -c scimdoctor -n '__scimdoctor_at' -a mcp -d 'Serve the offline commands to an assistant, over the Model Context Protocol'
complete -c scimdoctor -n '__scimdoctor_at' -a shell -d 'Open an interactive session: type commands, paste answers and tokens'
complete -c scimdoctor -n '__scimdoctor_at' -a completion -d 'Print the script with which bash, zsh, fish or PowerShell completes commands'
complete -c scimdoctor -n '__scimdoctor_at' -a profile -d 'Settings under a name: set, list, show, use, delete'
complete -c scimdoctor -n '__scimdoctor_at' -a env -d 'Show every setting with its source, and facts about this machine'
complete -c scimdoctor -n '__scimdoctor_at' -a version -d 'Print the versions of scimdoctor, its catalogue and Java'
complete -c scimdoctor -n '__scimdoctor_at' -a help -d 'Show how a command is used'
complete -c scimdoctor -n '__scimdoctor_at' -s h -l help -d 'Show the commands'
complete -c scimdoctor -n '__scimdoctor_at' -s V -l version -d 'Print the version'
complete -c scimdoctor -n '__scimdoctor_at token' -a inspect -d 'Decode and judge an access token locally, without a call'
complete -c scimdoctor -n '__scimdoctor_at token' -a get -d 'Get an access token with one call and judge it; the token is never shown'
complete -c scimdoctor -n '__scimdoctor_at lint' -a filter -d 'Check a filter against what this API supports'
complete -c scimdoctor -n '__scimdoctor_at lint' -a query -d 'Check a URL\'s query string: parameters, values and encoding'
complete -c scimdoctor -n '__scimdoctor_at lint' -a request -d 'Check whole requests: a curl command, HTTP text, a HAR, a folder, a run'
complete -c scimdoctor -n '__scimdoctor_at lint' -a user -d 'Check the JSON of users to be created'
complete -c scimdoctor -n '__scimdoctor_at lint' -a group -d 'Check the JSON of groups to be created'
complete -c scimdoctor -n '__scimdoctor_at lint' -a patch -d 'Check the JSON of PATCH bodies'
complete -c scimdoctor -n '__scimdoctor_at runs' -a list -d 'List the recorded runs, newest first'
complete -c scimdoctor -n '__scimdoctor_at runs' -a show -d 'Show a recorded run: what it found, and every exchange with times and ids'
complete -c scimdoctor -n '__scimdoctor_at runs' -a diff -d 'Show what changed between two runs; by default, since it last worked'
complete -c scimdoctor -n '__scimdoctor_at runs' -a export -d 'Export a recorded run, without secrets, as a HAR file that other tools open'
complete -c scimdoctor -n '__scimdoctor_at runs' -a import -d 'Sanitise a HAR file, log or paste, and keep it as a run'
complete -c scimdoctor -n '__scimdoctor_at runs' -a delete -d 'Delete individual recorded runs'
complete -c scimdoctor -n '__scimdoctor_at runs' -a purge -d 'Delete recorded runs by age and number, or all of them'
complete -c scimdoctor -n '__scimdoctor_at ticket' -a new -d 'Write a support ticket from a recorded run or captured answers, without secrets'
complete -c scimdoctor -n '__scimdoctor_at ticket' -a preview -d 'Show what a support ticket would share and withhold, and what it lacks'
complete -c scimdoctor -n '__scimdoctor_at ticket' -a verify -d 'Check that a ticket\'s bundle is unchanged, complete and free of secrets'
complete -c scimdoctor -n '__scimdoctor_at profile' -a set -d 'Store settings under a name; on a terminal, ask for what is missing'
complete -c scimdoctor -n '__scimdoctor_at profile' -a list -d 'List the profiles and their settings'
complete -c scimdoctor -n '__scimdoctor_at profile' -a show -d 'Show the settings of one profile'
complete -c scimdoctor -n '__scimdoctor_at profile' -a use -d 'Make a profile the default one'
complete -c scimdoctor -n '__scimdoctor_at profile' -a delete -d 'Delete a profile'
complete -c scimdoctor -n '__scimdoctor_at check' -l simulate -d 'Check the built-in simulator; simulate --list names the scenarios' -f -a '(__scimdoctor_scenario)'
complete -c scimdoctor -n '__scimdoctor_at check' -l for -d 'What the application wants to do: read, users-write, groups-write, members, custom-security-attributes' -x -a 'read users-write groups-write members custom-security-attributes'
complete -c scimdoctor -n '__scimdoctor_at check' -l full -d 'Read the resource types and the schemas too (two more calls)'
complete -c scimdoctor -n '__scimdoctor_at check' -l user-id -d 'Read this user too (one more call)' -x
complete -c scimdoctor -n '__scimdoctor_at check' -l group-id -d 'Read this group too (one more call)' -x
complete -c scimdoctor -n '__scimdoctor_at check' -l filter -d 'List users with this filter too (one more call)' -x
complete -c scimdoctor -n '__scimdoctor_at check' -l only -d 'Run only this check and what it needs; may be repeated' -x
complete -c scimdoctor -n '__scimdoctor_at check' -l skip -d 'Leave this check out; may be repeated' -x
complete -c scimdoctor -n '__scimdoctor_at check' -l dry-run -d 'Print the calls without making them'
complete -c scimdoctor -n '__scimdoctor_at check' -l list -d 'List the checks without making a call'
complete -c scimdoctor -n '__scimdoctor_at check' -s p -l profile -d 'Use the settings of this profile; profile list shows the profiles' -x -k -a '(__scimdoctor_ask profile)'
complete -c scimdoctor -n '__scimdoctor_at check' -l config -d 'Configuration file, instead of the default one' -r -F
complete -c scimdoctor -n '__scimdoctor_at check' -l cloud -d 'Microsoft cloud: global, usgov, usgov-dod, china' -x -a 'global usgov usgov-dod china'
complete -c scimdoctor -n '__scimdoctor_at check' -l base-url -d 'SCIM base URL, instead of the cloud\'s own' -x
complete -c scimdoctor -n '__scimdoctor_at check' -l tenant -d 'Tenant id or verified domain' -x
complete -c scimdoctor -n '__scimdoctor_at check' -l allow-host -d 'Host outside Microsoft that may receive the token; may be repeated' -x
complete -c scimdoctor -n '__scimdoctor_at check' -l token-file -d 'File with an access token; - for standard input' -r -F
complete -c scimdoctor -n '__scimdoctor_at check' -l client-id -d 'Application (client) id' -x
complete -c scimdoctor -n '__scimdoctor_at check' -l client-secret-file -d 'File with the client secret; - for standard input' -r -F
complete -c scimdoctor -n '__scimdoctor_at check' -l client-certificate -d 'File with the application\'s certificate and its private key: PEM or PKCS#12' -r -F
complete -c scimdoctor -n '__scimdoctor_at check' -l client-certificate-password-file -d 'File with the password of that file; - for standard input' -r -F
complete -c scimdoctor -n '__scimdoctor_at check' -l federated-token-file -d 'File with a token of a federated identity provider; read at each use' -r -F
complete -c scimdoctor -n '__scimdoctor_at check' -l authority-host -d 'Login host, instead of the cloud\'s own' -x
complete -c scimdoctor -n '__scimdoctor_at check' -l proxy -d 'Proxy' -x
complete -c scimdoctor -n '__scimdoctor_at check' -l no-proxy -d 'Hosts to reach without the proxy' -x
complete -c scimdoctor -n '__scimdoctor_at check' -l cacert -d 'Additional trusted CA certificates, PEM' -r -F
complete -c scimdoctor -n '__scimdoctor_at check' -s k -l insecure -d 'Accept any certificate'
complete -c scimdoctor -n '__scimdoctor_at check' -l connect-timeout -d 'Longest wait for a connection' -x
complete -c scimdoctor -n '__scimdoctor_at check' -l request-timeout -d 'Longest wait without a byte' -x
complete -c scimdoctor -n '__scimdoctor_at check' -l max-time -d 'Stop the whole run after this time' -x
complete -c scimdoctor -n '__scimdoctor_at check' -l max-calls -d 'Make at most this many calls to the API' -x
complete -c scimdoctor -n '__scimdoctor_at check' -l retries -d 'How often to repeat a call that the service asks to repeat' -x
complete -c scimdoctor -n '__scimdoctor_at check' -l wait -d 'Longest wait before a repeat' -x
complete -c scimdoctor -n '__scimdoctor_at check' -l no-record -d 'Do not record this run; runs list shows the recorded ones'
complete -c scimdoctor -n '__scimdoctor_at check' -l fail-on -d 'Lowest severity that makes the exit code 1: fail, warn, never' -x -a 'fail warn never'
complete -c scimdoctor -n '__scimdoctor_at check' -l ignore -d 'Leave this finding out of the exit code; may be repeated' -x -a '(__scimdoctor_finding)'
complete -c scimdoctor -n '__scimdoctor_at check' -s o -l output -d 'Output format: text, short, json, html, junit, markdown, nagios, prometheus' -x -a '(__scimdoctor_format text short json html junit markdown nagios prometheus)'
complete -c scimdoctor -n '__scimdoctor_at check' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at check' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at check' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at check' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at check' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at check' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at check' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at check' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at check' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at probe' -l data -d 'Send this file as the body; - for standard input' -r -F
complete -c scimdoctor -n '__scimdoctor_at probe' -l header -d 'Send this header field too, as \'Name: value\'; may be repeated' -x
complete -c scimdoctor -n '__scimdoctor_at probe' -l accept -d 'Send this Accept header' -x
complete -c scimdoctor -n '__scimdoctor_at probe' -l no-accept -d 'Send no Accept header'
complete -c scimdoctor -n '__scimdoctor_at probe' -l without-token -d 'Send no token'
complete -c scimdoctor -n '__scimdoctor_at probe' -l repeat -d 'Send it N times, one after the other' -x
complete -c scimdoctor -n '__scimdoctor_at probe' -l compare-accept -d 'Send a GET with and without the Accept header and compare'
complete -c scimdoctor -n '__scimdoctor_at probe' -l dry-run -d 'Print the request without sending it'
complete -c scimdoctor -n '__scimdoctor_at probe' -l yes -d 'Send a request that changes the tenant, without asking'
complete -c scimdoctor -n '__scimdoctor_at probe' -l force -d 'Send a request even if this API is known to refuse it, such as a PUT'
complete -c scimdoctor -n '__scimdoctor_at probe' -l simulate -d 'Send it to the built-in simulator; simulate --list names the scenarios' -f -a '(__scimdoctor_scenario)'
complete -c scimdoctor -n '__scimdoctor_at probe' -s p -l profile -d 'Use the settings of this profile; profile list shows the profiles' -x -k -a '(__scimdoctor_ask profile)'
complete -c scimdoctor -n '__scimdoctor_at probe' -l config -d 'Configuration file, instead of the default one' -r -F
complete -c scimdoctor -n '__scimdoctor_at probe' -l cloud -d 'Microsoft cloud: global, usgov, usgov-dod, china' -x -a 'global usgov usgov-dod china'
complete -c scimdoctor -n '__scimdoctor_at probe' -l base-url -d 'SCIM base URL, instead of the cloud\'s own' -x
complete -c scimdoctor -n '__scimdoctor_at probe' -l tenant -d 'Tenant id or verified domain' -x
complete -c scimdoctor -n '__scimdoctor_at probe' -l allow-host -d 'Host outside Microsoft that may receive the token; may be repeated' -x
complete -c scimdoctor -n '__scimdoctor_at probe' -l token-file -d 'File with an access token; - for standard input' -r -F
complete -c scimdoctor -n '__scimdoctor_at probe' -l client-id -d 'Application (client) id' -x
complete -c scimdoctor -n '__scimdoctor_at probe' -l client-secret-file -d 'File with the client secret; - for standard input' -r -F
complete -c scimdoctor -n '__scimdoctor_at probe' -l client-certificate -d 'File with the application\'s certificate and its private key: PEM or PKCS#12' -r -F
complete -c scimdoctor -n '__scimdoctor_at probe' -l client-certificate-password-file -d 'File with the password of that file; - for standard input' -r -F
complete -c scimdoctor -n '__scimdoctor_at probe' -l federated-token-file -d 'File with a token of a federated identity provider; read at each use' -r -F
complete -c scimdoctor -n '__scimdoctor_at probe' -l authority-host -d 'Login host, instead of the cloud\'s own' -x
complete -c scimdoctor -n '__scimdoctor_at probe' -l proxy -d 'Proxy' -x
complete -c scimdoctor -n '__scimdoctor_at probe' -l no-proxy -d 'Hosts to reach without the proxy' -x
complete -c scimdoctor -n '__scimdoctor_at probe' -l cacert -d 'Additional trusted CA certificates, PEM' -r -F
complete -c scimdoctor -n '__scimdoctor_at probe' -s k -l insecure -d 'Accept any certificate'
complete -c scimdoctor -n '__scimdoctor_at probe' -l connect-timeout -d 'Longest wait for a connection' -x
complete -c scimdoctor -n '__scimdoctor_at probe' -l request-timeout -d 'Longest wait without a byte' -x
complete -c scimdoctor -n '__scimdoctor_at probe' -l max-time -d 'Stop the whole run after this time' -x
complete -c scimdoctor -n '__scimdoctor_at probe' -l max-calls -d 'Make at most this many calls to the API' -x
complete -c scimdoctor -n '__scimdoctor_at probe' -l retries -d 'How often to repeat a call that the service asks to repeat' -x
complete -c scimdoctor -n '__scimdoctor_at probe' -l wait -d 'Longest wait before a repeat' -x
complete -c scimdoctor -n '__scimdoctor_at probe' -l no-record -d 'Do not record this run; runs list shows the recorded ones'
complete -c scimdoctor -n '__scimdoctor_at probe' -l fail-on -d 'Lowest severity that makes the exit code 1: fail, warn, never' -x -a 'fail warn never'
complete -c scimdoctor -n '__scimdoctor_at probe' -l ignore -d 'Leave this finding out of the exit code; may be repeated' -x -a '(__scimdoctor_finding)'
complete -c scimdoctor -n '__scimdoctor_at probe' -s o -l output -d 'Output format: text, short, json, html, junit, markdown, nagios, prometheus' -x -a '(__scimdoctor_format text short json html junit markdown nagios prometheus)'
complete -c scimdoctor -n '__scimdoctor_at probe' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at probe' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at probe' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at probe' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at probe' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at probe' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at probe' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at probe' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at probe' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at probe; and __scimdoctor_given "probe" 1' -a '(__scimdoctor_method)'
complete -c scimdoctor -n '__scimdoctor_at watch' -l data -d 'Send this file as the body; - for standard input' -r -F
complete -c scimdoctor -n '__scimdoctor_at watch' -l header -d 'Send this header field too, as \'Name: value\'; may be repeated' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l accept -d 'Send this Accept header' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l no-accept -d 'Send no Accept header'
complete -c scimdoctor -n '__scimdoctor_at watch' -l without-token -d 'Send no token'
complete -c scimdoctor -n '__scimdoctor_at watch' -l yes -d 'Send a request that changes the tenant, without asking'
complete -c scimdoctor -n '__scimdoctor_at watch' -l force -d 'Send a request even if this API is known to refuse it, such as a PUT'
complete -c scimdoctor -n '__scimdoctor_at watch' -l interval -d 'Time from round to round' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l duration -d 'Stop after this time' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l until-fail -d 'Stop after N failed rounds' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l budget-usd -d 'Stop before the calls cost more than this' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l gap -d 'The quiet time that ends a window of failures' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l resume -d 'Resume a watch that ended or was killed; last means the newest one' -x -k -a '(__scimdoctor_ask watch)'
complete -c scimdoctor -n '__scimdoctor_at watch' -l listen -d 'Serve metrics for Prometheus there; a port alone means 127.0.0.1' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l simulate -d 'Check the built-in simulator; simulate --list names the scenarios' -f -a '(__scimdoctor_scenario)'
complete -c scimdoctor -n '__scimdoctor_at watch' -l for -d 'What the application wants to do: read, users-write, groups-write, members, custom-security-attributes' -x -a 'read users-write groups-write members custom-security-attributes'
complete -c scimdoctor -n '__scimdoctor_at watch' -l full -d 'Read the resource types and the schemas too (two more calls)'
complete -c scimdoctor -n '__scimdoctor_at watch' -l user-id -d 'Read this user too (one more call)' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l group-id -d 'Read this group too (one more call)' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l filter -d 'List users with this filter too (one more call)' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l only -d 'Run only this check and what it needs; may be repeated' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l skip -d 'Leave this check out; may be repeated' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l dry-run -d 'Print the calls without making them'
complete -c scimdoctor -n '__scimdoctor_at watch' -s p -l profile -d 'Use the settings of this profile; profile list shows the profiles' -x -k -a '(__scimdoctor_ask profile)'
complete -c scimdoctor -n '__scimdoctor_at watch' -l config -d 'Configuration file, instead of the default one' -r -F
complete -c scimdoctor -n '__scimdoctor_at watch' -l cloud -d 'Microsoft cloud: global, usgov, usgov-dod, china' -x -a 'global usgov usgov-dod china'
complete -c scimdoctor -n '__scimdoctor_at watch' -l base-url -d 'SCIM base URL, instead of the cloud\'s own' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l tenant -d 'Tenant id or verified domain' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l allow-host -d 'Host outside Microsoft that may receive the token; may be repeated' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l token-file -d 'File with an access token; - for standard input' -r -F
complete -c scimdoctor -n '__scimdoctor_at watch' -l client-id -d 'Application (client) id' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l client-secret-file -d 'File with the client secret; - for standard input' -r -F
complete -c scimdoctor -n '__scimdoctor_at watch' -l client-certificate -d 'File with the application\'s certificate and its private key: PEM or PKCS#12' -r -F
complete -c scimdoctor -n '__scimdoctor_at watch' -l client-certificate-password-file -d 'File with the password of that file; - for standard input' -r -F
complete -c scimdoctor -n '__scimdoctor_at watch' -l federated-token-file -d 'File with a token of a federated identity provider; read at each use' -r -F
complete -c scimdoctor -n '__scimdoctor_at watch' -l authority-host -d 'Login host, instead of the cloud\'s own' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l proxy -d 'Proxy' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l no-proxy -d 'Hosts to reach without the proxy' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l cacert -d 'Additional trusted CA certificates, PEM' -r -F
complete -c scimdoctor -n '__scimdoctor_at watch' -s k -l insecure -d 'Accept any certificate'
complete -c scimdoctor -n '__scimdoctor_at watch' -l connect-timeout -d 'Longest wait for a connection' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l request-timeout -d 'Longest wait without a byte' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l max-time -d 'Stop the whole run after this time' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l max-calls -d 'Make at most this many calls to the API' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l retries -d 'How often to repeat a call that the service asks to repeat' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l wait -d 'Longest wait before a repeat' -x
complete -c scimdoctor -n '__scimdoctor_at watch' -l no-record -d 'Do not record this run; runs list shows the recorded ones'
complete -c scimdoctor -n '__scimdoctor_at watch' -l fail-on -d 'Lowest severity that makes the exit code 1: fail, warn, never' -x -a 'fail warn never'
complete -c scimdoctor -n '__scimdoctor_at watch' -l ignore -d 'Leave this finding out of the exit code; may be repeated' -x -a '(__scimdoctor_finding)'
complete -c scimdoctor -n '__scimdoctor_at watch' -s o -l output -d 'Output format: text, short, json, ndjson, markdown, html' -x -a '(__scimdoctor_format text short json ndjson markdown html)'
complete -c scimdoctor -n '__scimdoctor_at watch' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at watch' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at watch' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at watch' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at watch' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at watch' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at watch' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at watch' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at watch' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at watch; and __scimdoctor_given "watch" 1' -a '(__scimdoctor_method)'
complete -c scimdoctor -n '__scimdoctor_at classify' -l status -d 'The HTTP status, if the input does not contain it' -x
complete -c scimdoctor -n '__scimdoctor_at classify' -l method -d 'The request\'s method, if the input does not contain it' -x -a '(__scimdoctor_method)'
complete -c scimdoctor -n '__scimdoctor_at classify' -l url -d 'The request\'s URL, if the input does not contain it' -x
complete -c scimdoctor -n '__scimdoctor_at classify' -l field -d 'Which field of a log holds a part, such as status=http.code; may be a list' -x
complete -c scimdoctor -n '__scimdoctor_at classify' -l token-file -d 'File with the access token that was used; its claims narrow down a 401 or 403' -r -F
complete -c scimdoctor -n '__scimdoctor_at classify' -l tenant -d 'The tenant that was meant' -x
complete -c scimdoctor -n '__scimdoctor_at classify' -l since -d 'Leave out calls before this time, or older than a duration such as 2h' -x
complete -c scimdoctor -n '__scimdoctor_at classify' -l until -d 'Leave out calls after this time, or newer than a duration such as 30m' -x
complete -c scimdoctor -n '__scimdoctor_at classify' -l only -d 'Report only this finding; may be repeated' -x -a '(__scimdoctor_finding)'
complete -c scimdoctor -n '__scimdoctor_at classify' -l top -d 'Report only the N most frequent findings' -x
complete -c scimdoctor -n '__scimdoctor_at classify' -l summary -d 'Show totals without the single answers'
complete -c scimdoctor -n '__scimdoctor_at classify' -l gap -d 'The silence that ends a time window of failures' -x
complete -c scimdoctor -n '__scimdoctor_at classify' -l kql -d 'Print a Kusto query over MicrosoftGraphActivityLogs that finds the same, instead of reading files'
complete -c scimdoctor -n '__scimdoctor_at classify' -l stats -d 'Print speed and memory to standard error'
complete -c scimdoctor -n '__scimdoctor_at classify' -l fail-on -d 'Lowest severity that makes the exit code 1: fail, warn, never' -x -a 'fail warn never'
complete -c scimdoctor -n '__scimdoctor_at classify' -l ignore -d 'Leave this finding out of the exit code; may be repeated' -x -a '(__scimdoctor_finding)'
complete -c scimdoctor -n '__scimdoctor_at classify' -s o -l output -d 'Output format: text, short, json, ndjson, html, junit, markdown, nagios, prometheus' -x -a '(__scimdoctor_format text short json ndjson html junit markdown nagios prometheus)'
complete -c scimdoctor -n '__scimdoctor_at classify' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at classify' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at classify' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at classify' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at classify' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at classify' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at classify' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at classify' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at classify' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at classify' -F
complete -c scimdoctor -n '__scimdoctor_at token inspect' -l tenant -d 'The tenant that the token should be for' -x
complete -c scimdoctor -n '__scimdoctor_at token inspect' -l client-id -d 'The application that the token should be for' -x
complete -c scimdoctor -n '__scimdoctor_at token inspect' -l cloud -d 'The cloud whose API is called: global, usgov, usgov-dod, china' -x -a 'global usgov usgov-dod china'
complete -c scimdoctor -n '__scimdoctor_at token inspect' -l fail-on -d 'Lowest severity that makes the exit code 1: fail, warn, never' -x -a 'fail warn never'
complete -c scimdoctor -n '__scimdoctor_at token inspect' -l ignore -d 'Leave this finding out of the exit code; may be repeated' -x -a '(__scimdoctor_finding)'
complete -c scimdoctor -n '__scimdoctor_at token inspect' -s o -l output -d 'Output format: text, short, json, html, markdown' -x -a '(__scimdoctor_format text short json html markdown)'
complete -c scimdoctor -n '__scimdoctor_at token inspect' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at token inspect' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at token inspect' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at token inspect' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at token inspect' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at token inspect' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at token inspect' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at token inspect' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at token inspect' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at token inspect; and __scimdoctor_given "token inspect" 1' -F
complete -c scimdoctor -n '__scimdoctor_at token get' -l simulate -d 'Get it from the built-in simulator; simulate --list names the scenarios' -f -a '(__scimdoctor_scenario)'
complete -c scimdoctor -n '__scimdoctor_at token get' -l dry-run -d 'Print the calls without making them'
complete -c scimdoctor -n '__scimdoctor_at token get' -s p -l profile -d 'Use the settings of this profile; profile list shows the profiles' -x -k -a '(__scimdoctor_ask profile)'
complete -c scimdoctor -n '__scimdoctor_at token get' -l config -d 'Configuration file, instead of the default one' -r -F
complete -c scimdoctor -n '__scimdoctor_at token get' -l cloud -d 'Microsoft cloud: global, usgov, usgov-dod, china' -x -a 'global usgov usgov-dod china'
complete -c scimdoctor -n '__scimdoctor_at token get' -l base-url -d 'SCIM base URL, instead of the cloud\'s own' -x
complete -c scimdoctor -n '__scimdoctor_at token get' -l tenant -d 'Tenant id or verified domain' -x
complete -c scimdoctor -n '__scimdoctor_at token get' -l allow-host -d 'Host outside Microsoft that may receive the token; may be repeated' -x
complete -c scimdoctor -n '__scimdoctor_at token get' -l client-id -d 'Application (client) id' -x
complete -c scimdoctor -n '__scimdoctor_at token get' -l client-secret-file -d 'File with the client secret; - for standard input' -r -F
complete -c scimdoctor -n '__scimdoctor_at token get' -l client-certificate -d 'File with the application\'s certificate and its private key: PEM or PKCS#12' -r -F
complete -c scimdoctor -n '__scimdoctor_at token get' -l client-certificate-password-file -d 'File with the password of that file; - for standard input' -r -F
complete -c scimdoctor -n '__scimdoctor_at token get' -l federated-token-file -d 'File with a token of a federated identity provider; read at each use' -r -F
complete -c scimdoctor -n '__scimdoctor_at token get' -l authority-host -d 'Login host, instead of the cloud\'s own' -x
complete -c scimdoctor -n '__scimdoctor_at token get' -l proxy -d 'Proxy' -x
complete -c scimdoctor -n '__scimdoctor_at token get' -l no-proxy -d 'Hosts to reach without the proxy' -x
complete -c scimdoctor -n '__scimdoctor_at token get' -l cacert -d 'Additional trusted CA certificates, PEM' -r -F
complete -c scimdoctor -n '__scimdoctor_at token get' -s k -l insecure -d 'Accept any certificate'
complete -c scimdoctor -n '__scimdoctor_at token get' -l connect-timeout -d 'Longest wait for a connection' -x
complete -c scimdoctor -n '__scimdoctor_at token get' -l request-timeout -d 'Longest wait without a byte' -x
complete -c scimdoctor -n '__scimdoctor_at token get' -l max-time -d 'Stop the whole run after this time' -x
complete -c scimdoctor -n '__scimdoctor_at token get' -l retries -d 'How often to repeat a call that the service asks to repeat' -x
complete -c scimdoctor -n '__scimdoctor_at token get' -l wait -d 'Longest wait before a repeat' -x
complete -c scimdoctor -n '__scimdoctor_at token get' -l fail-on -d 'Lowest severity that makes the exit code 1: fail, warn, never' -x -a 'fail warn never'
complete -c scimdoctor -n '__scimdoctor_at token get' -l ignore -d 'Leave this finding out of the exit code; may be repeated' -x -a '(__scimdoctor_finding)'
complete -c scimdoctor -n '__scimdoctor_at token get' -s o -l output -d 'Output format: text, short, json, html, markdown' -x -a '(__scimdoctor_format text short json html markdown)'
complete -c scimdoctor -n '__scimdoctor_at token get' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at token get' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at token get' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at token get' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at token get' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at token get' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at token get' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at token get' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at token get' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at permissions' -l for -d 'What the application wants to do: \'PATCH /groups/{id} members\', an operation such as list-users, or a file with requests (curl, HAR, JSON; - for standard input)' -x -a '(__scimdoctor_operation)'
complete -c scimdoctor -n '__scimdoctor_at permissions' -l token-file -d 'File with an access token whose roles are judged; - for standard input' -r -F
complete -c scimdoctor -n '__scimdoctor_at permissions' -l roles -d 'The roles that the application has, instead of a token; may be repeated' -x
complete -c scimdoctor -n '__scimdoctor_at permissions' -s o -l output -d 'Output format: text, short, json' -x -a '(__scimdoctor_format text short json)'
complete -c scimdoctor -n '__scimdoctor_at permissions' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at permissions' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at permissions' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at permissions' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at permissions' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at permissions' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at permissions' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at permissions' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at permissions' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at lint filter' -l resource -d 'The resource it is about: users, groups' -x -a 'users groups'
complete -c scimdoctor -n '__scimdoctor_at lint filter' -l fix -d 'Print the corrected text too, with safe fixes only'
complete -c scimdoctor -n '__scimdoctor_at lint filter' -l fail-on -d 'Lowest severity that makes the exit code 1: fail, warn, never' -x -a 'fail warn never'
complete -c scimdoctor -n '__scimdoctor_at lint filter' -l ignore -d 'Leave this finding out of the exit code; may be repeated' -x -a '(__scimdoctor_finding)'
complete -c scimdoctor -n '__scimdoctor_at lint filter' -s o -l output -d 'Output format: text, short, json, html, junit, markdown, sarif, github' -x -a '(__scimdoctor_format text short json html junit markdown sarif github)'
complete -c scimdoctor -n '__scimdoctor_at lint filter' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at lint filter' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at lint filter' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at lint filter' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at lint filter' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at lint filter' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at lint filter' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at lint filter' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at lint filter' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at lint filter' -F
complete -c scimdoctor -n '__scimdoctor_at lint query' -l resource -d 'The resource it is about: users, groups' -x -a 'users groups'
complete -c scimdoctor -n '__scimdoctor_at lint query' -l fix -d 'Print the corrected text too, with safe fixes only'
complete -c scimdoctor -n '__scimdoctor_at lint query' -l fail-on -d 'Lowest severity that makes the exit code 1: fail, warn, never' -x -a 'fail warn never'
complete -c scimdoctor -n '__scimdoctor_at lint query' -l ignore -d 'Leave this finding out of the exit code; may be repeated' -x -a '(__scimdoctor_finding)'
complete -c scimdoctor -n '__scimdoctor_at lint query' -s o -l output -d 'Output format: text, short, json, html, junit, markdown, sarif, github' -x -a '(__scimdoctor_format text short json html junit markdown sarif github)'
complete -c scimdoctor -n '__scimdoctor_at lint query' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at lint query' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at lint query' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at lint query' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at lint query' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at lint query' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at lint query' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at lint query' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at lint query' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at lint query' -F
complete -c scimdoctor -n '__scimdoctor_at lint request' -l summary -d 'Show the totals of the whole run (rules, calls, cost, limits, roles) without the single findings'
complete -c scimdoctor -n '__scimdoctor_at lint request' -l token-file -d 'With --summary: file with an access token whose roles are judged; - for standard input' -r -F
complete -c scimdoctor -n '__scimdoctor_at lint request' -l roles -d 'With --summary: the roles that the application has, instead of a token; may be repeated' -x
complete -c scimdoctor -n '__scimdoctor_at lint request' -l fix -d 'Print the corrected text too, with safe fixes only'
complete -c scimdoctor -n '__scimdoctor_at lint request' -l fail-on -d 'Lowest severity that makes the exit code 1: fail, warn, never' -x -a 'fail warn never'
complete -c scimdoctor -n '__scimdoctor_at lint request' -l ignore -d 'Leave this finding out of the exit code; may be repeated' -x -a '(__scimdoctor_finding)'
complete -c scimdoctor -n '__scimdoctor_at lint request' -s o -l output -d 'Output format: text, short, json, html, junit, markdown, sarif, github' -x -a '(__scimdoctor_format text short json html junit markdown sarif github)'
complete -c scimdoctor -n '__scimdoctor_at lint request' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at lint request' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at lint request' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at lint request' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at lint request' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at lint request' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at lint request' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at lint request' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at lint request' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at lint request' -F
complete -c scimdoctor -n '__scimdoctor_at lint user' -l fix -d 'Print the corrected text too, with safe fixes only'
complete -c scimdoctor -n '__scimdoctor_at lint user' -l fail-on -d 'Lowest severity that makes the exit code 1: fail, warn, never' -x -a 'fail warn never'
complete -c scimdoctor -n '__scimdoctor_at lint user' -l ignore -d 'Leave this finding out of the exit code; may be repeated' -x -a '(__scimdoctor_finding)'
complete -c scimdoctor -n '__scimdoctor_at lint user' -s o -l output -d 'Output format: text, short, json, html, junit, markdown, sarif, github' -x -a '(__scimdoctor_format text short json html junit markdown sarif github)'
complete -c scimdoctor -n '__scimdoctor_at lint user' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at lint user' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at lint user' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at lint user' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at lint user' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at lint user' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at lint user' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at lint user' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at lint user' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at lint user' -F
complete -c scimdoctor -n '__scimdoctor_at lint group' -l fix -d 'Print the corrected text too, with safe fixes only'
complete -c scimdoctor -n '__scimdoctor_at lint group' -l fail-on -d 'Lowest severity that makes the exit code 1: fail, warn, never' -x -a 'fail warn never'
complete -c scimdoctor -n '__scimdoctor_at lint group' -l ignore -d 'Leave this finding out of the exit code; may be repeated' -x -a '(__scimdoctor_finding)'
complete -c scimdoctor -n '__scimdoctor_at lint group' -s o -l output -d 'Output format: text, short, json, html, junit, markdown, sarif, github' -x -a '(__scimdoctor_format text short json html junit markdown sarif github)'
complete -c scimdoctor -n '__scimdoctor_at lint group' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at lint group' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at lint group' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at lint group' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at lint group' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at lint group' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at lint group' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at lint group' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at lint group' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at lint group' -F
complete -c scimdoctor -n '__scimdoctor_at lint patch' -l resource -d 'The resource it is about: users, groups' -x -a 'users groups'
complete -c scimdoctor -n '__scimdoctor_at lint patch' -l fix -d 'Print the corrected text too, with safe fixes only'
complete -c scimdoctor -n '__scimdoctor_at lint patch' -l fail-on -d 'Lowest severity that makes the exit code 1: fail, warn, never' -x -a 'fail warn never'
complete -c scimdoctor -n '__scimdoctor_at lint patch' -l ignore -d 'Leave this finding out of the exit code; may be repeated' -x -a '(__scimdoctor_finding)'
complete -c scimdoctor -n '__scimdoctor_at lint patch' -s o -l output -d 'Output format: text, short, json, html, junit, markdown, sarif, github' -x -a '(__scimdoctor_format text short json html junit markdown sarif github)'
complete -c scimdoctor -n '__scimdoctor_at lint patch' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at lint patch' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at lint patch' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at lint patch' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at lint patch' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at lint patch' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at lint patch' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at lint patch' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at lint patch' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at lint patch' -F
complete -c scimdoctor -n '__scimdoctor_at explain' -l search -d 'List the entries that contain all of these words' -x
complete -c scimdoctor -n '__scimdoctor_at explain' -l older-than -d 'List the entries whose source is older than this, such as 180d, oldest first' -x
complete -c scimdoctor -n '__scimdoctor_at explain' -l source -d 'List the entries that are based on a source of this name' -x
complete -c scimdoctor -n '__scimdoctor_at explain' -s o -l output -d 'Output format: text, short, json' -x -a '(__scimdoctor_format text short json)'
complete -c scimdoctor -n '__scimdoctor_at explain' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at explain' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at explain' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at explain' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at explain' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at explain' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at explain' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at explain' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at explain' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at explain' -a '(__scimdoctor_finding)'
complete -c scimdoctor -n '__scimdoctor_at runs list' -l limit -d 'Show at most this many; 0 shows all' -x
complete -c scimdoctor -n '__scimdoctor_at runs list' -s o -l output -d 'Output format: text, short, json' -x -a '(__scimdoctor_format text short json)'
complete -c scimdoctor -n '__scimdoctor_at runs list' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at runs list' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at runs list' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at runs list' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at runs list' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at runs list' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at runs list' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at runs list' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at runs list' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at runs show' -s o -l output -d 'Output format: text, short, json, html, markdown' -x -a '(__scimdoctor_format text short json html markdown)'
complete -c scimdoctor -n '__scimdoctor_at runs show' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at runs show' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at runs show' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at runs show' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at runs show' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at runs show' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at runs show' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at runs show' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at runs show' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at runs show; and __scimdoctor_given "runs show" 1' -k -a '(__scimdoctor_ask run)'
complete -c scimdoctor -n '__scimdoctor_at runs diff' -s o -l output -d 'Output format: text, short, json' -x -a '(__scimdoctor_format text short json)'
complete -c scimdoctor -n '__scimdoctor_at runs diff' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at runs diff' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at runs diff' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at runs diff' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at runs diff' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at runs diff' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at runs diff' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at runs diff' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at runs diff' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at runs diff; and __scimdoctor_given "runs diff" 2' -k -a '(__scimdoctor_ask run)'
complete -c scimdoctor -n '__scimdoctor_at runs export' -s o -l output -d 'Output format: har, json' -x -a '(__scimdoctor_format har json)'
complete -c scimdoctor -n '__scimdoctor_at runs export' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at runs export' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at runs export' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at runs export' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at runs export' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at runs export' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at runs export' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at runs export' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at runs export' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at runs export; and __scimdoctor_given "runs export" 1' -k -a '(__scimdoctor_ask run)'
complete -c scimdoctor -n '__scimdoctor_at runs import' -l token-file -d 'File with the access token that was used; its claims narrow down a 401 or 403' -r -F
complete -c scimdoctor -n '__scimdoctor_at runs import' -l tenant -d 'The tenant that was meant' -x
complete -c scimdoctor -n '__scimdoctor_at runs import' -s o -l output -d 'Output format: text, short, json' -x -a '(__scimdoctor_format text short json)'
complete -c scimdoctor -n '__scimdoctor_at runs import' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at runs import' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at runs import' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at runs import' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at runs import' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at runs import' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at runs import' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at runs import' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at runs import' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at runs import' -F
complete -c scimdoctor -n '__scimdoctor_at runs delete' -l yes -d 'Delete without asking'
complete -c scimdoctor -n '__scimdoctor_at runs delete' -l dry-run -d 'Say what would be deleted, and delete nothing'
complete -c scimdoctor -n '__scimdoctor_at runs delete' -s o -l output -d 'Output format: text, short, json' -x -a '(__scimdoctor_format text short json)'
complete -c scimdoctor -n '__scimdoctor_at runs delete' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at runs delete' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at runs delete' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at runs delete' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at runs delete' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at runs delete' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at runs delete' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at runs delete' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at runs delete' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at runs delete' -k -a '(__scimdoctor_ask run)'
complete -c scimdoctor -n '__scimdoctor_at runs purge' -l older-than -d 'Delete the runs that are older than this, such as 30d' -x
complete -c scimdoctor -n '__scimdoctor_at runs purge' -l keep -d 'Delete all but the newest N' -x
complete -c scimdoctor -n '__scimdoctor_at runs purge' -l all -d 'Delete every recorded run'
complete -c scimdoctor -n '__scimdoctor_at runs purge' -l yes -d 'Delete without asking'
complete -c scimdoctor -n '__scimdoctor_at runs purge' -l dry-run -d 'Say what would be deleted, and delete nothing'
complete -c scimdoctor -n '__scimdoctor_at runs purge' -s o -l output -d 'Output format: text, short, json' -x -a '(__scimdoctor_format text short json)'
complete -c scimdoctor -n '__scimdoctor_at runs purge' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at runs purge' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at runs purge' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at runs purge' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at runs purge' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at runs purge' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at runs purge' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at runs purge' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at runs purge' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at ticket new' -l from -d 'Take captured answers, as classify reads them; may be repeated' -r -F
complete -c scimdoctor -n '__scimdoctor_at ticket new' -l status -d 'The HTTP status, if the input does not contain it' -x
complete -c scimdoctor -n '__scimdoctor_at ticket new' -l method -d 'The request\'s method, if the input does not contain it' -x -a '(__scimdoctor_method)'
complete -c scimdoctor -n '__scimdoctor_at ticket new' -l url -d 'The request\'s URL, if the input does not contain it' -x
complete -c scimdoctor -n '__scimdoctor_at ticket new' -l field -d 'Which field of a log holds a part, such as status=http.code; may be a list' -x
complete -c scimdoctor -n '__scimdoctor_at ticket new' -l token-file -d 'File with the access token that was used; its claims narrow down a 401 or 403' -r -F
complete -c scimdoctor -n '__scimdoctor_at ticket new' -l tenant -d 'The tenant that was meant' -x
complete -c scimdoctor -n '__scimdoctor_at ticket new' -l case-id -d 'The number of the case, at Microsoft or at a help desk' -x
complete -c scimdoctor -n '__scimdoctor_at ticket new' -l note -d 'Add what was tried, what changed or what it costs the business; may be repeated' -x
complete -c scimdoctor -n '__scimdoctor_at ticket new' -l bundle -d 'Write a zip file with the ticket in all formats, its evidence and a manifest' -r -F
complete -c scimdoctor -n '__scimdoctor_at ticket new' -l max-length -d 'Maximum length of the plain text, in characters' -x
complete -c scimdoctor -n '__scimdoctor_at ticket new' -l require-complete -d 'Exit with 1 when something is missing that support will ask for'
complete -c scimdoctor -n '__scimdoctor_at ticket new' -s o -l output -d 'Output format: text, markdown, json, html' -x -a '(__scimdoctor_format text markdown json html)'
complete -c scimdoctor -n '__scimdoctor_at ticket new' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at ticket new' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at ticket new' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at ticket new' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at ticket new' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at ticket new' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at ticket new' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at ticket new' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at ticket new' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at ticket new' -k -a '(__scimdoctor_ask run)'
complete -c scimdoctor -n '__scimdoctor_at ticket preview' -l from -d 'Take captured answers, as classify reads them; may be repeated' -r -F
complete -c scimdoctor -n '__scimdoctor_at ticket preview' -l status -d 'The HTTP status, if the input does not contain it' -x
complete -c scimdoctor -n '__scimdoctor_at ticket preview' -l method -d 'The request\'s method, if the input does not contain it' -x -a '(__scimdoctor_method)'
complete -c scimdoctor -n '__scimdoctor_at ticket preview' -l url -d 'The request\'s URL, if the input does not contain it' -x
complete -c scimdoctor -n '__scimdoctor_at ticket preview' -l field -d 'Which field of a log holds a part, such as status=http.code; may be a list' -x
complete -c scimdoctor -n '__scimdoctor_at ticket preview' -l token-file -d 'File with the access token that was used; its claims narrow down a 401 or 403' -r -F
complete -c scimdoctor -n '__scimdoctor_at ticket preview' -l tenant -d 'The tenant that was meant' -x
complete -c scimdoctor -n '__scimdoctor_at ticket preview' -l case-id -d 'The number of the case, at Microsoft or at a help desk' -x
complete -c scimdoctor -n '__scimdoctor_at ticket preview' -l note -d 'Add what was tried, what changed or what it costs the business; may be repeated' -x
complete -c scimdoctor -n '__scimdoctor_at ticket preview' -s o -l output -d 'Output format: text, json' -x -a '(__scimdoctor_format text json)'
complete -c scimdoctor -n '__scimdoctor_at ticket preview' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at ticket preview' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at ticket preview' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at ticket preview' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at ticket preview' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at ticket preview' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at ticket preview' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at ticket preview' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at ticket preview' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at ticket preview' -k -a '(__scimdoctor_ask run)'
complete -c scimdoctor -n '__scimdoctor_at ticket verify' -s o -l output -d 'Output format: text, json' -x -a '(__scimdoctor_format text json)'
complete -c scimdoctor -n '__scimdoctor_at ticket verify' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at ticket verify' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at ticket verify' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at ticket verify' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at ticket verify' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at ticket verify' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at ticket verify' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at ticket verify' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at ticket verify' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at ticket verify; and __scimdoctor_given "ticket verify" 1' -F
complete -c scimdoctor -n '__scimdoctor_at simulate' -l list -d 'List the scenarios'
complete -c scimdoctor -n '__scimdoctor_at simulate' -l port -d 'Port on 127.0.0.1' -x
complete -c scimdoctor -n '__scimdoctor_at simulate' -l rate -d 'Share of failing calls of an intermittent scenario, 0 to 1' -x
complete -c scimdoctor -n '__scimdoctor_at simulate' -l delay -d 'How long a slow scenario waits' -x
complete -c scimdoctor -n '__scimdoctor_at simulate' -l client-certificate -d 'Accept client assertions signed with this certificate: PEM or DER' -r -F
complete -c scimdoctor -n '__scimdoctor_at simulate' -l tls -d 'Use TLS, with a certificate authority of its own that the printed lines make trusted'
complete -c scimdoctor -n '__scimdoctor_at simulate' -l capture -d 'Write each request and its answer, masked, as one line of JSON' -r -F
complete -c scimdoctor -n '__scimdoctor_at simulate' -l seed -d 'Users and groups of the tenant: a JSON array, or one JSON object per line' -r -F
complete -c scimdoctor -n '__scimdoctor_at simulate' -s o -l output -d 'Output format: text, short, json' -x -a '(__scimdoctor_format text short json)'
complete -c scimdoctor -n '__scimdoctor_at simulate' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at simulate' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at simulate' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at simulate' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at simulate' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at simulate' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at simulate' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at simulate' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at simulate' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at simulate; and __scimdoctor_given "simulate" 1' -a '(__scimdoctor_scenario)'
complete -c scimdoctor -n '__scimdoctor_at mcp' -l allow-files -d 'Let the assistant read files below this folder by name, and no others' -r -F
complete -c scimdoctor -n '__scimdoctor_at mcp' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at shell' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at completion' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at completion; and __scimdoctor_given "completion" 1' -a 'bash zsh fish powershell'
complete -c scimdoctor -n '__scimdoctor_at profile set' -l cloud -d 'Microsoft cloud: global, usgov, usgov-dod, china' -x -a 'global usgov usgov-dod china'
complete -c scimdoctor -n '__scimdoctor_at profile set' -l token-file -d 'File with an access token' -r -F
complete -c scimdoctor -n '__scimdoctor_at profile set' -l token-variable -d 'Environment variable with an access token' -x
complete -c scimdoctor -n '__scimdoctor_at profile set' -l client-secret-file -d 'File with the client secret' -r -F
complete -c scimdoctor -n '__scimdoctor_at profile set' -l client-secret-variable -d 'Environment variable with the client secret' -x
complete -c scimdoctor -n '__scimdoctor_at profile set' -l client-certificate -d 'File with the application\'s certificate and its private key' -r -F
complete -c scimdoctor -n '__scimdoctor_at profile set' -l client-certificate-password-file -d 'File with the password of that file' -r -F
complete -c scimdoctor -n '__scimdoctor_at profile set' -l client-certificate-password-variable -d 'Environment variable with that password' -x
complete -c scimdoctor -n '__scimdoctor_at profile set' -l federated-token-file -d 'File with a token of a federated identity provider' -r -F
complete -c scimdoctor -n '__scimdoctor_at profile set' -l proxy -d 'Proxy, without user and password' -x
complete -c scimdoctor -n '__scimdoctor_at profile set' -l no-proxy -d 'Hosts without a proxy' -x
complete -c scimdoctor -n '__scimdoctor_at profile set' -l ping-url-variable -d 'Environment variable with the URL of a heartbeat monitor' -x
complete -c scimdoctor -n '__scimdoctor_at profile set' -l unset -d 'Remove this setting from the profile; may be repeated' -x
complete -c scimdoctor -n '__scimdoctor_at profile set' -l config -d 'Configuration file, instead of the default one' -r -F
complete -c scimdoctor -n '__scimdoctor_at profile set' -l base-url -d 'SCIM base URL, instead of the cloud\'s own' -x
complete -c scimdoctor -n '__scimdoctor_at profile set' -l tenant -d 'Tenant id or verified domain' -x
complete -c scimdoctor -n '__scimdoctor_at profile set' -l client-id -d 'Application (client) id' -x
complete -c scimdoctor -n '__scimdoctor_at profile set' -l authority-host -d 'Login host, instead of the cloud\'s own' -x
complete -c scimdoctor -n '__scimdoctor_at profile set' -l cacert -d 'Additional trusted CA certificates, PEM' -r -F
complete -c scimdoctor -n '__scimdoctor_at profile set' -s o -l output -d 'Output format: text, json' -x -a '(__scimdoctor_format text json)'
complete -c scimdoctor -n '__scimdoctor_at profile set' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at profile set' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at profile set' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at profile set' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at profile set' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at profile set' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at profile set' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at profile set' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at profile set' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at profile set; and __scimdoctor_given "profile set" 1' -k -a '(__scimdoctor_ask profile)'
complete -c scimdoctor -n '__scimdoctor_at profile list' -l config -d 'Configuration file, instead of the default one' -r -F
complete -c scimdoctor -n '__scimdoctor_at profile list' -s o -l output -d 'Output format: text, short, json' -x -a '(__scimdoctor_format text short json)'
complete -c scimdoctor -n '__scimdoctor_at profile list' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at profile list' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at profile list' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at profile list' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at profile list' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at profile list' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at profile list' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at profile list' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at profile list' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at profile show' -l config -d 'Configuration file, instead of the default one' -r -F
complete -c scimdoctor -n '__scimdoctor_at profile show' -s o -l output -d 'Output format: text, json' -x -a '(__scimdoctor_format text json)'
complete -c scimdoctor -n '__scimdoctor_at profile show' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at profile show' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at profile show' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at profile show' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at profile show' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at profile show' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at profile show' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at profile show' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at profile show' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at profile show; and __scimdoctor_given "profile show" 1' -k -a '(__scimdoctor_ask profile)'
complete -c scimdoctor -n '__scimdoctor_at profile use' -l config -d 'Configuration file, instead of the default one' -r -F
complete -c scimdoctor -n '__scimdoctor_at profile use' -s o -l output -d 'Output format: text, json' -x -a '(__scimdoctor_format text json)'
complete -c scimdoctor -n '__scimdoctor_at profile use' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at profile use' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at profile use' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at profile use' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at profile use' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at profile use' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at profile use' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at profile use' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at profile use' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at profile use; and __scimdoctor_given "profile use" 1' -k -a '(__scimdoctor_ask profile)'
complete -c scimdoctor -n '__scimdoctor_at profile delete' -l yes -d 'Delete without asking'
complete -c scimdoctor -n '__scimdoctor_at profile delete' -l config -d 'Configuration file, instead of the default one' -r -F
complete -c scimdoctor -n '__scimdoctor_at profile delete' -s o -l output -d 'Output format: text, json' -x -a '(__scimdoctor_format text json)'
complete -c scimdoctor -n '__scimdoctor_at profile delete' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at profile delete' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at profile delete' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at profile delete' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at profile delete' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at profile delete' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at profile delete' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at profile delete' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at profile delete' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at profile delete; and __scimdoctor_given "profile delete" 1' -k -a '(__scimdoctor_ask profile)'
complete -c scimdoctor -n '__scimdoctor_at env' -s p -l profile -d 'Use the settings of this profile; profile list shows the profiles' -x -k -a '(__scimdoctor_ask profile)'
complete -c scimdoctor -n '__scimdoctor_at env' -l config -d 'Configuration file, instead of the default one' -r -F
complete -c scimdoctor -n '__scimdoctor_at env' -l cloud -d 'Microsoft cloud: global, usgov, usgov-dod, china' -x -a 'global usgov usgov-dod china'
complete -c scimdoctor -n '__scimdoctor_at env' -l base-url -d 'SCIM base URL, instead of the cloud\'s own' -x
complete -c scimdoctor -n '__scimdoctor_at env' -l tenant -d 'Tenant id or verified domain' -x
complete -c scimdoctor -n '__scimdoctor_at env' -l allow-host -d 'Host outside Microsoft that may receive the token; may be repeated' -x
complete -c scimdoctor -n '__scimdoctor_at env' -l token-file -d 'File with an access token; - for standard input' -r -F
complete -c scimdoctor -n '__scimdoctor_at env' -l client-id -d 'Application (client) id' -x
complete -c scimdoctor -n '__scimdoctor_at env' -l client-secret-file -d 'File with the client secret; - for standard input' -r -F
complete -c scimdoctor -n '__scimdoctor_at env' -l client-certificate -d 'File with the application\'s certificate and its private key: PEM or PKCS#12' -r -F
complete -c scimdoctor -n '__scimdoctor_at env' -l client-certificate-password-file -d 'File with the password of that file; - for standard input' -r -F
complete -c scimdoctor -n '__scimdoctor_at env' -l federated-token-file -d 'File with a token of a federated identity provider; read at each use' -r -F
complete -c scimdoctor -n '__scimdoctor_at env' -l authority-host -d 'Login host, instead of the cloud\'s own' -x
complete -c scimdoctor -n '__scimdoctor_at env' -l proxy -d 'Proxy' -x
complete -c scimdoctor -n '__scimdoctor_at env' -l no-proxy -d 'Hosts to reach without the proxy' -x
complete -c scimdoctor -n '__scimdoctor_at env' -l cacert -d 'Additional trusted CA certificates, PEM' -r -F
complete -c scimdoctor -n '__scimdoctor_at env' -s k -l insecure -d 'Accept any certificate'
complete -c scimdoctor -n '__scimdoctor_at env' -l connect-timeout -d 'Longest wait for a connection' -x
complete -c scimdoctor -n '__scimdoctor_at env' -l request-timeout -d 'Longest wait without a byte' -x
complete -c scimdoctor -n '__scimdoctor_at env' -l max-time -d 'Stop the whole run after this time' -x
complete -c scimdoctor -n '__scimdoctor_at env' -s o -l output -d 'Output format: text, json' -x -a '(__scimdoctor_format text json)'
complete -c scimdoctor -n '__scimdoctor_at env' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at env' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at env' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at env' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at env' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at env' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at env' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at env' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at env' -s h -l help -d 'Show this help'
complete -c scimdoctor -n '__scimdoctor_at version' -s o -l output -d 'Output format: text, json' -x -a '(__scimdoctor_format text json)'
complete -c scimdoctor -n '__scimdoctor_at version' -l output-file -d 'Write to this file instead of standard output' -r -F
complete -c scimdoctor -n '__scimdoctor_at version' -l color -d 'When to colour: auto, always, never' -x -a 'auto always never'
complete -c scimdoctor -n '__scimdoctor_at version' -l ascii -d 'Use no symbols beyond ASCII'
complete -c scimdoctor -n '__scimdoctor_at version' -l redact -d 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)' -x -a 'seen standard strict'
complete -c scimdoctor -n '__scimdoctor_at version' -s q -l quiet -d 'Print only problems: no progress, no notes, nothing when all is well'
complete -c scimdoctor -n '__scimdoctor_at version' -s v -l verbose -d 'Show everything: each check and call, causes, sources, all commands'
complete -c scimdoctor -n '__scimdoctor_at version' -l debug -d 'Show where in scimdoctor an internal error occurred'
complete -c scimdoctor -n '__scimdoctor_at version' -l no-input -d 'Never ask; fail instead'
complete -c scimdoctor -n '__scimdoctor_at version' -s h -l help -d 'Show this help'
