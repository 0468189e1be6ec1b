# Completion of scimdoctor for PowerShell 5.1 and later.
# Made by: scimdoctor completion powershell

Register-ArgumentCompleter -Native -CommandName 'scimdoctor', 'scimdoctor.bat' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    # What a script can know: a value, a tab, and what it is.
    $lists = @{
        'finding' = @(
            'aadsts-unlisted' + "`t" + 'Microsoft Entra issues no token, for a reason that is not in the catalogue'
            'accept-invalid-on-delete' + "`t" + 'A DELETE must not send a JSON Accept header'
            'accept-missing' + "`t" + 'The Accept header does not ask for JSON'
            'accept-not-served' + "`t" + 'The service does not offer the format that Accept asks for'
            'access-denied' + "`t" + 'The call is forbidden, but the answer names no missing permission'
            'application-not-in-tenant' + "`t" + 'The calling application is not known in the tenant'
            'attribute-selection-invalid' + "`t" + 'The attributes or excludedAttributes parameter names something that cannot be selected'
            'attribute-unknown' + "`t" + 'The request names an attribute that the service does not know'
            'bad-request' + "`t" + 'The request breaks a rule of the API that the answer does not name'
            'bandwidth-limit' + "`t" + 'A bandwidth limit is exceeded'
            'base-url-invalid' + "`t" + 'The base URL cannot be used'
            'base-url-unusual' + "`t" + 'The base URL is not one of the known ones'
            'call-budget-exhausted' + "`t" + 'The run reached its limit of calls'
            'captive-portal' + "`t" + 'A network login page answers instead of the API'
            'certificate-unchecked' + "`t" + 'The server''s certificate was not checked'
            'check-crashed' + "`t" + 'A check failed because of a bug in scimdoctor'
            'claims-challenge' + "`t" + 'Graph asks for a token with additional claims'
            'clock-ahead' + "`t" + 'The clock of this machine is ahead'
            'clock-behind' + "`t" + 'The clock of this machine is behind'
            'cloud-undocumented' + "`t" + 'The SCIM API documentation does not mention this cloud'
            'concurrent-update' + "`t" + 'Another change to the same object is in progress'
            'configuration-incomplete' + "`t" + 'A needed setting is missing'
            'connect-timeout' + "`t" + 'The connection times out'
            'connection-refused' + "`t" + 'The host refuses the connection'
            'connection-reset' + "`t" + 'The connection breaks before an answer comes'
            'content-type-wrong' + "`t" + 'The Content-Type of the request body is missing or not accepted'
            'control-call-accepted' + "`t" + 'A call without a token is accepted'
            'count-invalid' + "`t" + 'The count parameter has a value that the service refuses'
            'credential-missing' + "`t" + 'No token and no credentials are configured'
            'credential-unusable' + "`t" + 'The configured certificate or federated token cannot be used'
            'cursor-invalid' + "`t" + 'The paging cursor is damaged, expired or used with another query'
            'deadline-exceeded' + "`t" + 'The run reached its time limit'
            'dns-failure' + "`t" + 'The host name cannot be resolved'
            'domain-not-verified' + "`t" + 'The domain of userName is not verified in the tenant'
            'duplicate-value' + "`t" + 'Another object already has a value that must be unique'
            'edge-html' + "`t" + 'A web page answers instead of the API'
            'empty-reply' + "`t" + 'The server closes the connection without an answer'
            'feature-not-enabled' + "`t" + 'The SCIM Provisioning API is not enabled for the tenant'
            'filter-unsupported' + "`t" + 'The API does not support this filter'
            'gateway-fault' + "`t" + 'A Microsoft gateway gets no valid answer from the service'
            'group-not-writable' + "`t" + 'Groups of this kind cannot be changed through the API'
            'group-role-assignable' + "`t" + 'The group is probably role-assignable, so the application may not change it'
            'gzip-bomb' + "`t" + 'The compressed answer unpacks to an unreasonable size'
            'id-not-guid' + "`t" + 'An object id in the call is not a GUID'
            'identity-not-found' + "`t" + 'The managed identity is not available to this machine'
            'intermittent-failure' + "`t" + 'Some calls fail and others of the same kind succeed'
            'licence-missing' + "`t" + 'The tenant lacks the licence that the call needs'
            'malformed-response' + "`t" + 'The answer is not valid HTTP'
            'managed-identity-error' + "`t" + 'The managed identity endpoint issues no token'
            'member-already-present' + "`t" + 'A member to be added is already in the group'
            'method-not-supported' + "`t" + 'The method is not supported on this URL'
            'network-unreachable' + "`t" + 'There is no route to the host'
            'not-a-member' + "`t" + 'The user to remove is not a member of the group'
            'not-this-api' + "`t" + 'This is another Microsoft API, not the SCIM API'
            'object-not-found' + "`t" + 'The user or group does not exist in the tenant'
            'object-synced' + "`t" + 'The object is mastered elsewhere, so it cannot be changed here'
            'oversized-body' + "`t" + 'The answer is larger than scimdoctor accepts'
            'password-policy' + "`t" + 'The password does not meet the password policy of the tenant'
            'path-invalid' + "`t" + 'The path of a PATCH operation is not valid'
            'payload-unreadable' + "`t" + 'The request body cannot be read as JSON'
            'payment-required' + "`t" + 'The tenant has no valid payment for this metered API'
            'permission-missing' + "`t" + 'The application lacks a permission for this call'
            'precondition-failed' + "`t" + 'An If-Match condition is not met, or is missing'
            'proxy-auth' + "`t" + 'The proxy requires authentication'
            'proxy-block' + "`t" + 'A proxy or firewall blocks the call'
            'proxy-fault' + "`t" + 'A proxy or gateway on the way fails'
            'proxy-rate-limit' + "`t" + 'A proxy limits the rate of calls'
            'proxy-unreachable' + "`t" + 'The proxy cannot be reached'
            'put-not-supported' + "`t" + 'PUT is not supported; change users and groups with PATCH'
            'query-whitespace' + "`t" + 'White space stands next to an equals sign in the query string'
            'quota-exceeded' + "`t" + 'A directory quota is exceeded'
            'redirect-other-host' + "`t" + 'A redirect leads to another host and is not followed'
            'reference-not-found' + "`t" + 'The request refers to an object that does not exist'
            'request-too-large' + "`t" + 'The request or its URL is too large'
            'required-attribute-missing' + "`t" + 'The request lacks a required attribute'
            'resource-principal-disabled' + "`t" + 'The application, or Microsoft Graph itself, is disabled in the tenant'
            'responder-not-entra' + "`t" + 'The answer comes from a server that is not Microsoft Entra'
            'responder-unknown' + "`t" + 'It is not clear who answers'
            'response-timeout' + "`t" + 'No answer within the time limit'
            'schema-drift' + "`t" + 'The schemas of the service differ from the known ones'
            'service-busy' + "`t" + 'The service is temporarily unavailable'
            'service-fault' + "`t" + 'The service fails while processing the request'
            'service-timeout' + "`t" + 'The service does not answer in time'
            'slow-first-byte' + "`t" + 'The service answers slowly'
            'stalled-body' + "`t" + 'The answer begins and then stops'
            'target-is-administrator' + "`t" + 'The target user is probably an administrator, whom the application may not change'
            'target-restricted' + "`t" + 'The object is in a restricted management administrative unit'
            'throttled' + "`t" + 'The service limits the rate of calls'
            'tls-client-certificate' + "`t" + 'The server requires a client certificate'
            'tls-expired' + "`t" + 'The server''s certificate is expired or not yet valid'
            'tls-failure' + "`t" + 'The TLS handshake fails'
            'tls-hostname-mismatch' + "`t" + 'The certificate belongs to another host name'
            'tls-protocol' + "`t" + 'Client and server share no TLS version or cipher'
            'tls-untrusted' + "`t" + 'The server''s certificate is not trusted'
            'token-application-mismatch' + "`t" + 'The token belongs to a different application than the configured one'
            'token-delegated' + "`t" + 'The access token acts for a user, which this API does not support'
            'token-encrypted' + "`t" + 'The token is encrypted and cannot be decoded'
            'token-endpoint-error' + "`t" + 'A server that is not Microsoft Entra refuses to issue a token'
            'token-expired' + "`t" + 'The access token has expired'
            'token-lifetime-unusual' + "`t" + 'The lifetime of the token is unusual'
            'token-missing' + "`t" + 'No access token reaches the service'
            'token-not-yet-valid' + "`t" + 'The access token is not valid yet'
            'token-opaque' + "`t" + 'The token is not a JWT and cannot be decoded'
            'token-rejected' + "`t" + 'The access token is not accepted, and the answer does not say why'
            'token-signature' + "`t" + 'The signature or key of the access token is not accepted'
            'token-unparseable' + "`t" + 'The value sent as the access token is not a valid token'
            'token-unusual' + "`t" + 'The token differs from what Microsoft Graph usually gets'
            'token-withheld' + "`t" + 'scimdoctor does not send the token to this host'
            'token-wrong-audience' + "`t" + 'The access token is meant for another resource'
            'token-wrong-tenant' + "`t" + 'The access token belongs to another tenant'
            'token-wrong-version' + "`t" + 'The token has version 2.0, which is unusual for Microsoft Graph'
            'too-many-members' + "`t" + 'One PATCH changes more members than the API allows'
            'truncated-body' + "`t" + 'The answer is shorter than announced'
            'unclassified' + "`t" + 'The answer matches no known condition'
            'unexpected-content' + "`t" + 'The answer reports success but is not SCIM'
            'unexpected-redirect' + "`t" + 'The server answers with a redirect'
            'urn-unknown' + "`t" + 'The schema or resource type in the URL does not exist'
            'value-invalid' + "`t" + 'An attribute has a value that the directory does not accept'
            'wrong-base-url' + "`t" + 'The URL does not lead to the SCIM service'
            'AADSTS7000215' + "`t" + 'The client secret is wrong'
            'AADSTS7000222' + "`t" + 'The client secret has expired'
            'AADSTS7000216' + "`t" + 'The request carries no client credential'
            'AADSTS7000218' + "`t" + 'The body lacks client_assertion or client_secret'
            'AADSTS700016' + "`t" + 'The application is not found in the tenant'
            'AADSTS70001' + "`t" + 'The application is unknown or disabled in the tenant'
            'AADSTS700011' + "`t" + 'The client application does not exist in the directory'
            'AADSTS7000112' + "`t" + 'The application is disabled'
            'AADSTS7000229' + "`t" + 'The application has no service principal in the tenant'
            'AADSTS90002' + "`t" + 'The tenant does not exist'
            'AADSTS900023' + "`t" + 'The tenant in the token URL is neither a GUID nor a domain'
            'AADSTS50059' + "`t" + 'The request does not say which tenant it is for'
            'AADSTS50194' + "`t" + 'A single-tenant application uses the common endpoint'
            'AADSTS9001023' + "`t" + 'The grant type is not served on the common endpoint'
            'AADSTS90124' + "`t" + 'The resource is not served over the common endpoint'
            'AADSTS90130' + "`t" + 'The application is not served over the common endpoint'
            'AADSTS90038' + "`t" + 'The tenant belongs to another national cloud'
            'AADSTS900382' + "`t" + 'A confidential client calls across clouds'
            'AADSTS900432' + "`t" + 'The application credential is used across national clouds'
            'AADSTS50049' + "`t" + 'The login host is not a known cloud instance'
            'AADSTS70011' + "`t" + 'The scope is not valid'
            'AADSTS1002012' + "`t" + 'Client credentials need a scope that ends in /.default'
            'AADSTS28002' + "`t" + 'The scope value is not valid for an access token'
            'AADSTS28003' + "`t" + 'The scope is empty'
            'AADSTS700022' + "`t" + 'The scope names more than one resource'
            'AADSTS700023' + "`t" + 'The audience of the client assertion, or the scope, is not accepted'
            'AADSTS901002' + "`t" + 'The version 2 endpoint does not take the resource parameter'
            'AADSTS500011' + "`t" + 'The resource is not found in the tenant'
            'AADSTS500014' + "`t" + 'The service principal of the resource is disabled'
            'AADSTS50001' + "`t" + 'The resource is disabled or does not exist'
            'AADSTS650057' + "`t" + 'The application does not list the resource among its permissions'
            'AADSTS501051' + "`t" + 'The application holds no role of the resource'
            'AADSTS65001' + "`t" + 'Consent is missing'
            'AADSTS650056' + "`t" + 'The application is not set up for the resource'
            'AADSTS700027' + "`t" + 'The signature of the client assertion cannot be verified'
            'AADSTS700024' + "`t" + 'The client assertion is outside its time range'
            'AADSTS50048' + "`t" + 'The subject of the client assertion is not its issuer'
            'AADSTS50027' + "`t" + 'The client assertion is not a well-formed token'
            'AADSTS1000502' + "`t" + 'The certificate is outside its validity'
            'AADSTS7000214' + "`t" + 'The certificate is revoked'
            'AADSTS5002738' + "`t" + 'The assertion is signed with an algorithm that is not supported'
            'AADSTS700030' + "`t" + 'The subject of the certificate is not authorized'
            'AADSTS50012' + "`t" + 'The certificate or the assertion of the application is not accepted'
            'AADSTS50146' + "`t" + 'The application needs a signing key of its own'
            'AADSTS70021' + "`t" + 'No federated credential matches the assertion'
            'AADSTS700211' + "`t" + 'The issuer of the assertion matches no federated credential'
            'AADSTS700212' + "`t" + 'The audience of the assertion matches no federated credential'
            'AADSTS700213' + "`t" + 'The subject of the assertion matches no federated credential'
            'AADSTS7002137' + "`t" + 'The assertion matches no federated credential, with a hint'
            'AADSTS7002138' + "`t" + 'The assertion differs from the expected federated subject'
            'AADSTS700229' + "`t" + 'The federated assertion is not an app-only token'
            'AADSTS7000272' + "`t" + 'The key that signs the federated token is not published by its issuer'
            'AADSTS50166' + "`t" + 'The issuer of the federated token cannot be reached'
            'AADSTS90061' + "`t" + 'The keys of an external issuer cannot be fetched'
            'AADSTS700222' + "`t" + 'The Entra token may not be used as a federated credential'
            'AADSTS53003' + "`t" + 'Conditional Access blocks the token'
            'AADSTS530032' + "`t" + 'A security policy of the tenant blocks the request'
            'AADSTS53011' + "`t" + 'The sign-in is blocked because of risk'
            'AADSTS500021' + "`t" + 'Tenant restrictions deny access to the tenant'
            'AADSTS900144' + "`t" + 'A field is missing in the form body'
            'AADSTS900561' + "`t" + 'The token endpoint is called with GET'
            'AADSTS90014' + "`t" + 'A required field of the request is missing'
            'AADSTS9002313' + "`t" + 'The request is malformed'
            'AADSTS90013' + "`t" + 'A value of the request is not valid input'
            'AADSTS50196' + "`t" + 'The client asks for the same token too often'
            'AADSTS90055' + "`t" + 'The token endpoint throttles the tenant'
            'AADSTS90033' + "`t" + 'The directory behind the token endpoint is temporarily unavailable'
            'AADSTS90024' + "`t" + 'The token endpoint exceeds its time or budget for the request'
            'AADSTS90006' + "`t" + 'A server behind the token endpoint is temporarily unavailable'
            'AADSTS50033' + "`t" + 'The token endpoint reports a temporary fault'
            'AADSTS90012' + "`t" + 'The request to the token endpoint timed out'
            'AADSTS70025' + "`t" + 'The application has no federated credential at all'
            'AADSTS7002381' + "`t" + 'A policy of the tenant demands an enterprise claim in the federated token'
            'AADSTS700223' + "`t" + 'A policy of the tenant disables federated credentials'
            'AADSTS700238' + "`t" + 'A policy of the tenant does not allow this federated issuer'
            'AADSTS700021' + "`t" + 'The assertion names another application than client_id'
            'AADSTS5002723' + "`t" + 'The client assertion does not say which key signed it'
            'AADSTS5000811' + "`t" + 'The key that signed the assertion is not registered'
            'AADSTS700025' + "`t" + 'A public client sends a credential'
            'AADSTS70002' + "`t" + 'The client secret is wrong'
            'AADSTS70003' + "`t" + 'The grant type is not supported'
            'AADSTS900021' + "`t" + 'The tenant id is all zeros'
            'AADSTS90019' + "`t" + 'The request does not say which tenant it is for'
            'AADSTS50128' + "`t" + 'The tenant cannot be determined from the request'
            'AADSTS90023' + "`t" + 'The request is not well-formed'
            'AADSTS90004' + "`t" + 'The request is not formatted properly'
            'AADSTS5000225' + "`t" + 'The tenant is blocked because it was inactive'
            'AADSTS5000224' + "`t" + 'The tenant is not available'
            'AADSTS1000031' + "`t" + 'The application is blocked'
            'AADSTS500022' + "`t" + 'Tenant restrictions deny access to the tenant'
            'AADSTS50002' + "`t" + 'Tenant restrictions deny access to the tenant'
            'AADSTS650052' + "`t" + 'The tenant has not subscribed to the service that is asked for'
            'AADSTS90093' + "`t" + 'Microsoft Graph refused what the token endpoint asked of it'
            'AADSTS90090' + "`t" + 'The token endpoint reports a temporary fault'
            'AADSTS50000' + "`t" + 'The token endpoint fails while issuing the token'
            'AADSTS1002016' + "`t" + 'The connection uses an outdated version of TLS'
            'AADSTS100007' + "`t" + 'The regional token endpoint does not serve this application'
            'AADSTS50008' + "`t" + 'The SAML assertion is not accepted'
            'AADSTS50013' + "`t" + 'The assertion is not accepted'
            'AADSTS50173' + "`t" + 'The refresh token is revoked'
            'AADSTS70008' + "`t" + 'The code or refresh token is expired'
            'AADSTS700082' + "`t" + 'The refresh token is expired because it was not used'
            'AADSTS530084' + "`t" + 'Conditional Access demands a token bound to this device'
            'AADSTS53000' + "`t" + 'Conditional Access demands a compliant device'
            'AADSTS53001' + "`t" + 'Conditional Access demands a device that is joined to the domain'
            'AADSTS50076' + "`t" + 'The user must pass multifactor authentication'
            'AADSTS50079' + "`t" + 'The user must set up multifactor authentication'
            'AADSTS50126' + "`t" + 'User name or password is wrong'
            'AADSTS50034' + "`t" + 'The user does not exist in the tenant'
            'AADSTS50105' + "`t" + 'The caller is not assigned to the application'
            'AADSTS50131' + "`t" + 'Conditional Access blocks the request'
            'AADSTS16000' + "`t" + 'The account of a user is not known in the tenant, or must be chosen'
            'AADSTS50058' + "`t" + 'Nobody is signed in'
            'AADSTS50020' + "`t" + 'The account of another tenant is not known in this one'
            'AADSTS65004' + "`t" + 'The user declined to consent'
            'AADSTS90092' + "`t" + 'Microsoft Graph fails behind the token endpoint, and repeating the request may not help'
            'AADSTS700003' + "`t" + 'The device is not known'
            'AADSTS50057' + "`t" + 'The account of the user is disabled'
            'AADSTS50055' + "`t" + 'The password of the user is expired'
            'AADSTS50053' + "`t" + 'The account of the user is locked'
            'AADSTS54005' + "`t" + 'The authorization code was already redeemed'
            'AADSTS50011' + "`t" + 'The reply address does not match'
            'AADSTS65005' + "`t" + 'The application is not set up for the resource'
            'AADSTS650054' + "`t" + 'The application asks for permissions of a resource that no longer exists'
            'AADSTS500133' + "`t" + 'The assertion of a user is outside its time range'
            'AADSTS90094' + "`t" + 'An administrator must consent'
            'AADSTS90099' + "`t" + 'The application is not authorized in the tenant of a partner''s client'
            'AADSTS900384' + "`t" + 'The signature of a token in the request cannot be verified'
            'AADSTS90091' + "`t" + 'The directory behind the token endpoint cannot be reached for now'
            'AADSTS90036' + "`t" + 'The directory behind the token endpoint failed, and repeating the request does not help'
            'AADSTS50017' + "`t" + 'A certificate does not pass validation'
            'AADSTS500212' + "`t" + 'A cross-tenant access policy refuses the request'
            'AADSTS500213' + "`t" + 'A cross-tenant access policy refuses the request'
            'AADSTS530035' + "`t" + 'Security defaults block the request'
            'AADSTS50003' + "`t" + 'The application has no signing key'
            'AADSTS50006' + "`t" + 'A signature in the request is not valid'
            'AADSTS70000' + "`t" + 'The refresh token or code is not valid'
            'AADSTS70043' + "`t" + 'The refresh token is expired by the sign-in frequency'
            'AADSTS90051' + "`t" + 'The identifier of the national cloud is not valid'
            'AADSTS90043' + "`t" + 'A sign-in is not carried over to another national cloud'
            'AADSTS1000104' + "`t" + 'The cloud of the resource is not allowed for this tenant'
            'AADSTS9002332' + "`t" + 'The application is for accounts of organizations only'
            'AADSTS90027' + "`t" + 'The version 1 endpoint issues no tokens for personal accounts'
            'AADSTS90056' + "`t" + 'The token endpoint is called incorrectly'
            'AADSTS90015' + "`t" + 'The query string is too long'
            'AADSTS90100' + "`t" + 'A parameter is empty or not valid'
            'AADSTS90102' + "`t" + 'A parameter is not an absolute URL'
            'AADSTS90117' + "`t" + 'A value of the request is not valid input'
            'AADSTS90121' + "`t" + 'The request is empty'
            'AADSTS90016' + "`t" + 'A token in the request lacks a required claim'
            'AADSTS51000' + "`t" + 'A feature that the request needs is disabled'
            'AADSTS501461' + "`t" + 'Mapped claims are not allowed for this audience'
            'AADSTS90008' + "`t" + 'The application has no consent for itself'
            'AADSTS90009' + "`t" + 'The application asks for a token for itself'
            'AADSTS7000114' + "`t" + 'The application may not act on behalf of others'
            'AADSTS90123' + "`t" + 'The identity provider refuses to issue a token'
            'AADSTS50072' + "`t" + 'The user must register a second factor'
            'AADSTS50074' + "`t" + 'The user must pass a second factor'
            'AADSTS50078' + "`t" + 'The second factor of the user is expired'
            'AADSTS53002' + "`t" + 'Conditional Access demands an approved application'
            'AADSTS53004' + "`t" + 'The user must register a second factor, which risk prevents'
            'AADSTS530034' + "`t" + 'A delegated administrator is blocked because of risk'
            'AADSTS50014' + "`t" + 'The account of a guest does not exist in the tenant yet'
            'AADSTS50056' + "`t" + 'The user has no password in the directory'
            'AADSTS50064' + "`t" + 'User name or password is wrong'
            'AADSTS50144' + "`t" + 'The password in Active Directory is expired'
            'AADSTS51004' + "`t" + 'The user does not exist in the tenant'
            'AADSTS50089' + "`t" + 'The sign-in took too long'
            'AADSTS65002' + "`t" + 'An application of Microsoft is used for an API that has not approved it'
            'AADSTS700005' + "`t" + 'The code belongs to another tenant'
            'AADSTS90112' + "`t" + 'The client id is not a GUID'
            'AADSTS90011' + "`t" + 'The request names more than one application'
            'AADSTS240002' + "`t" + 'An ID token is passed on as an assertion'
        )
        'scenario' = @(
            'healthy' + "`t" + 'Everything works'
            'accept-missing' + "`t" + 'A GET without a JSON Accept header'
            'accept-invalid-on-delete' + "`t" + 'A DELETE with a JSON Accept header'
            'filter-unsupported' + "`t" + 'A filter that is not supported'
            'query-whitespace' + "`t" + 'White space around the = of a query parameter'
            'count-invalid' + "`t" + 'A list with count=0'
            'id-not-guid' + "`t" + 'An id that is not a GUID'
            'attribute-selection-invalid' + "`t" + 'Custom security attributes selected without a set'
            'object-not-found' + "`t" + 'A well-formed id of no object'
            'urn-unknown' + "`t" + 'A schema URN that does not exist'
            'put-not-supported' + "`t" + 'A PUT, which the service does not know'
            'method-not-supported' + "`t" + 'A POST to one user'
            'accept-not-served' + "`t" + 'A format that the gateway does not serve'
            'required-attribute-missing' + "`t" + 'A new user without userName'
            'duplicate-value' + "`t" + 'A new user whose userName is taken'
            'password-policy' + "`t" + 'A new user with a weak password'
            'domain-not-verified' + "`t" + 'A new user in a foreign domain'
            'value-invalid' + "`t" + 'A new user with a value out of bounds'
            'payload-unreadable' + "`t" + 'A body that is cut off'
            'content-type-wrong' + "`t" + 'A body that calls itself plain text'
            'too-many-members' + "`t" + '21 members added in one request'
            'reference-not-found' + "`t" + 'A member added that does not exist'
            'not-a-member' + "`t" + 'A user removed from a group that he is not in'
            'target-is-administrator' + "`t" + 'A change of an administrator, although the roles suffice for everybody else'
            'bad-request' + "`t" + 'A 400 without a reason'
            'member-already-present' + "`t" + 'A member added twice, as Microsoft Graph refuses it'
            'concurrent-update' + "`t" + 'Two changes of one object at the same time'
            'precondition-failed' + "`t" + 'A change that depends on a stale version'
            'token-missing' + "`t" + 'The Authorization header gets lost on the way'
            'token-unparseable' + "`t" + 'A token that is cut off'
            'token-expired' + "`t" + 'A token that expired an hour ago'
            'token-not-yet-valid' + "`t" + 'A token that is valid from the next hour on'
            'token-wrong-audience' + "`t" + 'A token for another API'
            'token-wrong-tenant' + "`t" + 'A token of another tenant'
            'token-delegated' + "`t" + 'A token of a signed-in user'
            'token-signature' + "`t" + 'A token that somebody else signed'
            'token-rejected' + "`t" + 'A good token that the service refuses all the same'
            'application-not-in-tenant' + "`t" + 'No service principal stands behind the token'
            'clock-ahead' + "`t" + 'The local clock is ten minutes ahead'
            'clock-behind' + "`t" + 'The local clock is ten minutes behind'
            'AADSTS7000215' + "`t" + 'The client secret is wrong'
            'AADSTS7000222' + "`t" + 'The client secret has expired'
            'AADSTS700016' + "`t" + 'The application is not in the tenant'
            'AADSTS7000112' + "`t" + 'The application is disabled'
            'AADSTS7000229' + "`t" + 'The service principal is missing'
            'AADSTS90002' + "`t" + 'The tenant does not exist'
            'AADSTS500011' + "`t" + 'The scope names an unknown resource'
            'AADSTS53003' + "`t" + 'Conditional Access blocks the token'
            'AADSTS700024' + "`t" + 'The client assertion is out of time'
            'AADSTS700027' + "`t" + 'The certificate is not registered'
            'feature-not-enabled' + "`t" + 'The SCIM Provisioning API feature is off'
            'feature-not-enabled-401' + "`t" + 'The feature was never enabled, which looks like a bad token'
            'permission-missing' + "`t" + 'The token has a role, but not one for users or groups'
            'roles-too-few' + "`t" + 'The roles cover users, but not groups'
            'claims-challenge' + "`t" + 'The token was revoked; a claims challenge follows'
            'licence-missing' + "`t" + 'The tenant lacks a premium licence'
            'access-denied' + "`t" + 'A 403 without any reason'
            'resource-principal-disabled' + "`t" + 'The service principal of Microsoft Graph is disabled'
            'throttled' + "`t" + 'Too many requests; the answer says how long to wait'
            'service-fault' + "`t" + 'The service fails with 500'
            'gateway-fault' + "`t" + 'The gateway fails with 502'
            'service-busy' + "`t" + 'The service is unavailable for a while'
            'service-timeout' + "`t" + 'Every call ends with 504'
            'intermittent-504' + "`t" + 'Some calls end with 504'
            'schema-drift' + "`t" + 'The schemas differ from the known ones'
            'wrong-base-url' + "`t" + 'The host does not know the SCIM route'
            'edge-html' + "`t" + 'The edge in front of the service is overloaded'
            'proxy-block' + "`t" + 'A proxy forbids the site'
            'proxy-auth' + "`t" + 'A proxy requires credentials'
            'proxy-fault' + "`t" + 'A proxy gives up waiting'
            'proxy-rate-limit' + "`t" + 'A proxy limits the rate'
            'captive-portal' + "`t" + 'A hotspot asks for a login, with status 200'
            'redirect-other-host' + "`t" + 'A redirect leads to another host'
            'slow-first-byte' + "`t" + 'The answer is slow to begin'
            'stalled-body' + "`t" + 'The answer stops half-way'
            'truncated-body' + "`t" + 'The answer is cut off'
            'connection-reset' + "`t" + 'The connection is reset'
            'empty-reply' + "`t" + 'The connection closes without an answer'
            'oversized-body' + "`t" + 'The answer is larger than any list can be'
            'gzip-bomb' + "`t" + 'A small answer unpacks to a gigabyte'
        )
        'operation' = @(
            'read-discovery' + "`t" + 'read the configuration, resource types and schemas of the service'
            'read-security-attribute-schemas' + "`t" + 'read the schemas of custom security attributes'
            'list-users' + "`t" + 'list users'
            'read-user' + "`t" + 'read one user'
            'read-security-attributes' + "`t" + 'read users with custom security attributes'
            'create-user' + "`t" + 'create a user'
            'update-user' + "`t" + 'update a user'
            'update-user-other-mails' + "`t" + 'update a user''s other mail addresses only'
            'update-user-phones' + "`t" + 'update a user''s mobile or work telephone only'
            'update-user-active' + "`t" + 'enable or disable a user only'
            'update-user-leave-date' + "`t" + 'update a user''s leave date'
            'update-user-security-attributes' + "`t" + 'update a user''s custom security attributes'
            'delete-user' + "`t" + 'delete a user'
            'read-groups' + "`t" + 'read groups'
            'create-group' + "`t" + 'create a group'
            'update-group' + "`t" + 'update a group''s properties'
            'update-group-members' + "`t" + 'add or remove members of a group only'
            'delete-group' + "`t" + 'delete a group'
        )
        'method' = @(
            'GET' + "`t" + 'read'
            'POST' + "`t" + 'create'
            'PATCH' + "`t" + 'change'
            'DELETE' + "`t" + 'delete'
        )
    }

    # The words that may follow.
    $members = @{
        '' = @(
            'check' + "`t" + 'Check everything from this machine''s configuration to the SCIM service'
            'probe' + "`t" + 'Send one request of your own and diagnose its answer'
            'watch' + "`t" + 'Repeat the check, or one request, and find intermittent failures'
            'classify' + "`t" + 'Diagnose captured answers: a paste, curl output, a HAR file or a log'
            'token' + "`t" + 'Access tokens: inspect, get'
            'permissions' + "`t" + 'Show which application role each operation needs, and what a token lacks'
            'lint' + "`t" + 'Check requests before they are sent: filter, query, request, user, group, patch'
            'explain' + "`t" + 'Explain an error: by finding id, HTTP status, Microsoft''s name or AADSTS number'
            'runs' + "`t" + 'Recorded runs: list, show, diff, export, import, delete, purge'
            'ticket' + "`t" + 'Support tickets: new, preview, verify'
            'simulate' + "`t" + 'Serve the embedded Entra SCIM API, with faults, on loopback'
            'mcp' + "`t" + 'Serve the offline commands to an assistant, over the Model Context Protocol'
            'shell' + "`t" + 'Open an interactive session: type commands, paste answers and tokens'
            'completion' + "`t" + 'Print the script with which bash, zsh, fish or PowerShell completes commands'
            'profile' + "`t" + 'Settings under a name: set, list, show, use, delete'
            'env' + "`t" + 'Show every setting with its source, and facts about this machine'
            'version' + "`t" + 'Print the versions of scimdoctor, its catalogue and Java'
        )
        'token' = @(
            'inspect' + "`t" + 'Decode and judge an access token locally, without a call'
            'get' + "`t" + 'Get an access token with one call and judge it; the token is never shown'
        )
        'lint' = @(
            'filter' + "`t" + 'Check a filter against what this API supports'
            'query' + "`t" + 'Check a URL''s query string: parameters, values and encoding'
            'request' + "`t" + 'Check whole requests: a curl command, HTTP text, a HAR, a folder, a run'
            'user' + "`t" + 'Check the JSON of users to be created'
            'group' + "`t" + 'Check the JSON of groups to be created'
            'patch' + "`t" + 'Check the JSON of PATCH bodies'
        )
        'runs' = @(
            'list' + "`t" + 'List the recorded runs, newest first'
            'show' + "`t" + 'Show a recorded run: what it found, and every exchange with times and ids'
            'diff' + "`t" + 'Show what changed between two runs; by default, since it last worked'
            'export' + "`t" + 'Export a recorded run, without secrets, as a HAR file that other tools open'
            'import' + "`t" + 'Sanitise a HAR file, log or paste, and keep it as a run'
            'delete' + "`t" + 'Delete individual recorded runs'
            'purge' + "`t" + 'Delete recorded runs by age and number, or all of them'
        )
        'ticket' = @(
            'new' + "`t" + 'Write a support ticket from a recorded run or captured answers, without secrets'
            'preview' + "`t" + 'Show what a support ticket would share and withhold, and what it lacks'
            'verify' + "`t" + 'Check that a ticket''s bundle is unchanged, complete and free of secrets'
        )
        'profile' = @(
            'set' + "`t" + 'Store settings under a name; on a terminal, ask for what is missing'
            'list' + "`t" + 'List the profiles and their settings'
            'show' + "`t" + 'Show the settings of one profile'
            'use' + "`t" + 'Make a profile the default one'
            'delete' + "`t" + 'Delete a profile'
        )
    }

    # The names of each option, the kind of its value, and what it does.
    $options = @{
        'check' = @(
            ,@('--simulate', 'optional scenario', 'Check the built-in simulator; simulate --list names the scenarios')
            ,@('--for', 'choice read users-write groups-write members custom-security-attributes', 'What the application wants to do: read, users-write, groups-write, members, custom-security-attributes')
            ,@('--full', '', 'Read the resource types and the schemas too (two more calls)')
            ,@('--user-id', 'text', 'Read this user too (one more call)')
            ,@('--group-id', 'text', 'Read this group too (one more call)')
            ,@('--filter', 'text', 'List users with this filter too (one more call)')
            ,@('--only', 'text', 'Run only this check and what it needs; may be repeated')
            ,@('--skip', 'text', 'Leave this check out; may be repeated')
            ,@('--dry-run', '', 'Print the calls without making them')
            ,@('--list', '', 'List the checks without making a call')
            ,@('-p,--profile', 'profile', 'Use the settings of this profile; profile list shows the profiles')
            ,@('--config', 'file', 'Configuration file, instead of the default one')
            ,@('--cloud', 'choice global usgov usgov-dod china', 'Microsoft cloud: global, usgov, usgov-dod, china')
            ,@('--base-url', 'text', 'SCIM base URL, instead of the cloud''s own')
            ,@('--tenant', 'text', 'Tenant id or verified domain')
            ,@('--allow-host', 'text', 'Host outside Microsoft that may receive the token; may be repeated')
            ,@('--token-file', 'file', 'File with an access token; - for standard input')
            ,@('--client-id', 'text', 'Application (client) id')
            ,@('--client-secret-file', 'file', 'File with the client secret; - for standard input')
            ,@('--client-certificate', 'file', 'File with the application''s certificate and its private key: PEM or PKCS#12')
            ,@('--client-certificate-password-file', 'file', 'File with the password of that file; - for standard input')
            ,@('--federated-token-file', 'file', 'File with a token of a federated identity provider; read at each use')
            ,@('--authority-host', 'text', 'Login host, instead of the cloud''s own')
            ,@('--proxy', 'text', 'Proxy')
            ,@('--no-proxy', 'text', 'Hosts to reach without the proxy')
            ,@('--cacert', 'file', 'Additional trusted CA certificates, PEM')
            ,@('-k,--insecure', '', 'Accept any certificate')
            ,@('--connect-timeout', 'text', 'Longest wait for a connection')
            ,@('--request-timeout', 'text', 'Longest wait without a byte')
            ,@('--max-time', 'text', 'Stop the whole run after this time')
            ,@('--max-calls', 'text', 'Make at most this many calls to the API')
            ,@('--retries', 'text', 'How often to repeat a call that the service asks to repeat')
            ,@('--wait', 'text', 'Longest wait before a repeat')
            ,@('--no-record', '', 'Do not record this run; runs list shows the recorded ones')
            ,@('--fail-on', 'choice fail warn never', 'Lowest severity that makes the exit code 1: fail, warn, never')
            ,@('--ignore', 'finding', 'Leave this finding out of the exit code; may be repeated')
            ,@('-o,--output', 'format text short json html junit markdown nagios prometheus', 'Output format: text, short, json, html, junit, markdown, nagios, prometheus')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'probe' = @(
            ,@('--data', 'file', 'Send this file as the body; - for standard input')
            ,@('--header', 'text', 'Send this header field too, as ''Name: value''; may be repeated')
            ,@('--accept', 'text', 'Send this Accept header')
            ,@('--no-accept', '', 'Send no Accept header')
            ,@('--without-token', '', 'Send no token')
            ,@('--repeat', 'text', 'Send it N times, one after the other')
            ,@('--compare-accept', '', 'Send a GET with and without the Accept header and compare')
            ,@('--dry-run', '', 'Print the request without sending it')
            ,@('--yes', '', 'Send a request that changes the tenant, without asking')
            ,@('--force', '', 'Send a request even if this API is known to refuse it, such as a PUT')
            ,@('--simulate', 'optional scenario', 'Send it to the built-in simulator; simulate --list names the scenarios')
            ,@('-p,--profile', 'profile', 'Use the settings of this profile; profile list shows the profiles')
            ,@('--config', 'file', 'Configuration file, instead of the default one')
            ,@('--cloud', 'choice global usgov usgov-dod china', 'Microsoft cloud: global, usgov, usgov-dod, china')
            ,@('--base-url', 'text', 'SCIM base URL, instead of the cloud''s own')
            ,@('--tenant', 'text', 'Tenant id or verified domain')
            ,@('--allow-host', 'text', 'Host outside Microsoft that may receive the token; may be repeated')
            ,@('--token-file', 'file', 'File with an access token; - for standard input')
            ,@('--client-id', 'text', 'Application (client) id')
            ,@('--client-secret-file', 'file', 'File with the client secret; - for standard input')
            ,@('--client-certificate', 'file', 'File with the application''s certificate and its private key: PEM or PKCS#12')
            ,@('--client-certificate-password-file', 'file', 'File with the password of that file; - for standard input')
            ,@('--federated-token-file', 'file', 'File with a token of a federated identity provider; read at each use')
            ,@('--authority-host', 'text', 'Login host, instead of the cloud''s own')
            ,@('--proxy', 'text', 'Proxy')
            ,@('--no-proxy', 'text', 'Hosts to reach without the proxy')
            ,@('--cacert', 'file', 'Additional trusted CA certificates, PEM')
            ,@('-k,--insecure', '', 'Accept any certificate')
            ,@('--connect-timeout', 'text', 'Longest wait for a connection')
            ,@('--request-timeout', 'text', 'Longest wait without a byte')
            ,@('--max-time', 'text', 'Stop the whole run after this time')
            ,@('--max-calls', 'text', 'Make at most this many calls to the API')
            ,@('--retries', 'text', 'How often to repeat a call that the service asks to repeat')
            ,@('--wait', 'text', 'Longest wait before a repeat')
            ,@('--no-record', '', 'Do not record this run; runs list shows the recorded ones')
            ,@('--fail-on', 'choice fail warn never', 'Lowest severity that makes the exit code 1: fail, warn, never')
            ,@('--ignore', 'finding', 'Leave this finding out of the exit code; may be repeated')
            ,@('-o,--output', 'format text short json html junit markdown nagios prometheus', 'Output format: text, short, json, html, junit, markdown, nagios, prometheus')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'watch' = @(
            ,@('--data', 'file', 'Send this file as the body; - for standard input')
            ,@('--header', 'text', 'Send this header field too, as ''Name: value''; may be repeated')
            ,@('--accept', 'text', 'Send this Accept header')
            ,@('--no-accept', '', 'Send no Accept header')
            ,@('--without-token', '', 'Send no token')
            ,@('--yes', '', 'Send a request that changes the tenant, without asking')
            ,@('--force', '', 'Send a request even if this API is known to refuse it, such as a PUT')
            ,@('--interval', 'text', 'Time from round to round')
            ,@('--duration', 'text', 'Stop after this time')
            ,@('--until-fail', 'text', 'Stop after N failed rounds')
            ,@('--budget-usd', 'text', 'Stop before the calls cost more than this')
            ,@('--gap', 'text', 'The quiet time that ends a window of failures')
            ,@('--resume', 'watch', 'Resume a watch that ended or was killed; last means the newest one')
            ,@('--listen', 'text', 'Serve metrics for Prometheus there; a port alone means 127.0.0.1')
            ,@('--simulate', 'optional scenario', 'Check the built-in simulator; simulate --list names the scenarios')
            ,@('--for', 'choice read users-write groups-write members custom-security-attributes', 'What the application wants to do: read, users-write, groups-write, members, custom-security-attributes')
            ,@('--full', '', 'Read the resource types and the schemas too (two more calls)')
            ,@('--user-id', 'text', 'Read this user too (one more call)')
            ,@('--group-id', 'text', 'Read this group too (one more call)')
            ,@('--filter', 'text', 'List users with this filter too (one more call)')
            ,@('--only', 'text', 'Run only this check and what it needs; may be repeated')
            ,@('--skip', 'text', 'Leave this check out; may be repeated')
            ,@('--dry-run', '', 'Print the calls without making them')
            ,@('-p,--profile', 'profile', 'Use the settings of this profile; profile list shows the profiles')
            ,@('--config', 'file', 'Configuration file, instead of the default one')
            ,@('--cloud', 'choice global usgov usgov-dod china', 'Microsoft cloud: global, usgov, usgov-dod, china')
            ,@('--base-url', 'text', 'SCIM base URL, instead of the cloud''s own')
            ,@('--tenant', 'text', 'Tenant id or verified domain')
            ,@('--allow-host', 'text', 'Host outside Microsoft that may receive the token; may be repeated')
            ,@('--token-file', 'file', 'File with an access token; - for standard input')
            ,@('--client-id', 'text', 'Application (client) id')
            ,@('--client-secret-file', 'file', 'File with the client secret; - for standard input')
            ,@('--client-certificate', 'file', 'File with the application''s certificate and its private key: PEM or PKCS#12')
            ,@('--client-certificate-password-file', 'file', 'File with the password of that file; - for standard input')
            ,@('--federated-token-file', 'file', 'File with a token of a federated identity provider; read at each use')
            ,@('--authority-host', 'text', 'Login host, instead of the cloud''s own')
            ,@('--proxy', 'text', 'Proxy')
            ,@('--no-proxy', 'text', 'Hosts to reach without the proxy')
            ,@('--cacert', 'file', 'Additional trusted CA certificates, PEM')
            ,@('-k,--insecure', '', 'Accept any certificate')
            ,@('--connect-timeout', 'text', 'Longest wait for a connection')
            ,@('--request-timeout', 'text', 'Longest wait without a byte')
            ,@('--max-time', 'text', 'Stop the whole run after this time')
            ,@('--max-calls', 'text', 'Make at most this many calls to the API')
            ,@('--retries', 'text', 'How often to repeat a call that the service asks to repeat')
            ,@('--wait', 'text', 'Longest wait before a repeat')
            ,@('--no-record', '', 'Do not record this run; runs list shows the recorded ones')
            ,@('--fail-on', 'choice fail warn never', 'Lowest severity that makes the exit code 1: fail, warn, never')
            ,@('--ignore', 'finding', 'Leave this finding out of the exit code; may be repeated')
            ,@('-o,--output', 'format text short json ndjson markdown html', 'Output format: text, short, json, ndjson, markdown, html')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'classify' = @(
            ,@('--status', 'text', 'The HTTP status, if the input does not contain it')
            ,@('--method', 'method', 'The request''s method, if the input does not contain it')
            ,@('--url', 'text', 'The request''s URL, if the input does not contain it')
            ,@('--field', 'text', 'Which field of a log holds a part, such as status=http.code; may be a list')
            ,@('--token-file', 'file', 'File with the access token that was used; its claims narrow down a 401 or 403')
            ,@('--tenant', 'text', 'The tenant that was meant')
            ,@('--since', 'text', 'Leave out calls before this time, or older than a duration such as 2h')
            ,@('--until', 'text', 'Leave out calls after this time, or newer than a duration such as 30m')
            ,@('--only', 'finding', 'Report only this finding; may be repeated')
            ,@('--top', 'text', 'Report only the N most frequent findings')
            ,@('--summary', '', 'Show totals without the single answers')
            ,@('--gap', 'text', 'The silence that ends a time window of failures')
            ,@('--kql', '', 'Print a Kusto query over MicrosoftGraphActivityLogs that finds the same, instead of reading files')
            ,@('--stats', '', 'Print speed and memory to standard error')
            ,@('--fail-on', 'choice fail warn never', 'Lowest severity that makes the exit code 1: fail, warn, never')
            ,@('--ignore', 'finding', 'Leave this finding out of the exit code; may be repeated')
            ,@('-o,--output', 'format text short json ndjson html junit markdown nagios prometheus', 'Output format: text, short, json, ndjson, html, junit, markdown, nagios, prometheus')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'token inspect' = @(
            ,@('--tenant', 'text', 'The tenant that the token should be for')
            ,@('--client-id', 'text', 'The application that the token should be for')
            ,@('--cloud', 'choice global usgov usgov-dod china', 'The cloud whose API is called: global, usgov, usgov-dod, china')
            ,@('--fail-on', 'choice fail warn never', 'Lowest severity that makes the exit code 1: fail, warn, never')
            ,@('--ignore', 'finding', 'Leave this finding out of the exit code; may be repeated')
            ,@('-o,--output', 'format text short json html markdown', 'Output format: text, short, json, html, markdown')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'token get' = @(
            ,@('--simulate', 'optional scenario', 'Get it from the built-in simulator; simulate --list names the scenarios')
            ,@('--dry-run', '', 'Print the calls without making them')
            ,@('-p,--profile', 'profile', 'Use the settings of this profile; profile list shows the profiles')
            ,@('--config', 'file', 'Configuration file, instead of the default one')
            ,@('--cloud', 'choice global usgov usgov-dod china', 'Microsoft cloud: global, usgov, usgov-dod, china')
            ,@('--base-url', 'text', 'SCIM base URL, instead of the cloud''s own')
            ,@('--tenant', 'text', 'Tenant id or verified domain')
            ,@('--allow-host', 'text', 'Host outside Microsoft that may receive the token; may be repeated')
            ,@('--client-id', 'text', 'Application (client) id')
            ,@('--client-secret-file', 'file', 'File with the client secret; - for standard input')
            ,@('--client-certificate', 'file', 'File with the application''s certificate and its private key: PEM or PKCS#12')
            ,@('--client-certificate-password-file', 'file', 'File with the password of that file; - for standard input')
            ,@('--federated-token-file', 'file', 'File with a token of a federated identity provider; read at each use')
            ,@('--authority-host', 'text', 'Login host, instead of the cloud''s own')
            ,@('--proxy', 'text', 'Proxy')
            ,@('--no-proxy', 'text', 'Hosts to reach without the proxy')
            ,@('--cacert', 'file', 'Additional trusted CA certificates, PEM')
            ,@('-k,--insecure', '', 'Accept any certificate')
            ,@('--connect-timeout', 'text', 'Longest wait for a connection')
            ,@('--request-timeout', 'text', 'Longest wait without a byte')
            ,@('--max-time', 'text', 'Stop the whole run after this time')
            ,@('--retries', 'text', 'How often to repeat a call that the service asks to repeat')
            ,@('--wait', 'text', 'Longest wait before a repeat')
            ,@('--fail-on', 'choice fail warn never', 'Lowest severity that makes the exit code 1: fail, warn, never')
            ,@('--ignore', 'finding', 'Leave this finding out of the exit code; may be repeated')
            ,@('-o,--output', 'format text short json html markdown', 'Output format: text, short, json, html, markdown')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'permissions' = @(
            ,@('--for', 'operation', 'What the application wants to do: ''PATCH /groups/{id} members'', an operation such as list-users, or a file with requests (curl, HAR, JSON; - for standard input)')
            ,@('--token-file', 'file', 'File with an access token whose roles are judged; - for standard input')
            ,@('--roles', 'text', 'The roles that the application has, instead of a token; may be repeated')
            ,@('-o,--output', 'format text short json', 'Output format: text, short, json')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'lint filter' = @(
            ,@('--resource', 'choice users groups', 'The resource it is about: users, groups')
            ,@('--fix', '', 'Print the corrected text too, with safe fixes only')
            ,@('--fail-on', 'choice fail warn never', 'Lowest severity that makes the exit code 1: fail, warn, never')
            ,@('--ignore', 'finding', 'Leave this finding out of the exit code; may be repeated')
            ,@('-o,--output', 'format text short json html junit markdown sarif github', 'Output format: text, short, json, html, junit, markdown, sarif, github')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'lint query' = @(
            ,@('--resource', 'choice users groups', 'The resource it is about: users, groups')
            ,@('--fix', '', 'Print the corrected text too, with safe fixes only')
            ,@('--fail-on', 'choice fail warn never', 'Lowest severity that makes the exit code 1: fail, warn, never')
            ,@('--ignore', 'finding', 'Leave this finding out of the exit code; may be repeated')
            ,@('-o,--output', 'format text short json html junit markdown sarif github', 'Output format: text, short, json, html, junit, markdown, sarif, github')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'lint request' = @(
            ,@('--summary', '', 'Show the totals of the whole run (rules, calls, cost, limits, roles) without the single findings')
            ,@('--token-file', 'file', 'With --summary: file with an access token whose roles are judged; - for standard input')
            ,@('--roles', 'text', 'With --summary: the roles that the application has, instead of a token; may be repeated')
            ,@('--fix', '', 'Print the corrected text too, with safe fixes only')
            ,@('--fail-on', 'choice fail warn never', 'Lowest severity that makes the exit code 1: fail, warn, never')
            ,@('--ignore', 'finding', 'Leave this finding out of the exit code; may be repeated')
            ,@('-o,--output', 'format text short json html junit markdown sarif github', 'Output format: text, short, json, html, junit, markdown, sarif, github')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'lint user' = @(
            ,@('--fix', '', 'Print the corrected text too, with safe fixes only')
            ,@('--fail-on', 'choice fail warn never', 'Lowest severity that makes the exit code 1: fail, warn, never')
            ,@('--ignore', 'finding', 'Leave this finding out of the exit code; may be repeated')
            ,@('-o,--output', 'format text short json html junit markdown sarif github', 'Output format: text, short, json, html, junit, markdown, sarif, github')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'lint group' = @(
            ,@('--fix', '', 'Print the corrected text too, with safe fixes only')
            ,@('--fail-on', 'choice fail warn never', 'Lowest severity that makes the exit code 1: fail, warn, never')
            ,@('--ignore', 'finding', 'Leave this finding out of the exit code; may be repeated')
            ,@('-o,--output', 'format text short json html junit markdown sarif github', 'Output format: text, short, json, html, junit, markdown, sarif, github')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'lint patch' = @(
            ,@('--resource', 'choice users groups', 'The resource it is about: users, groups')
            ,@('--fix', '', 'Print the corrected text too, with safe fixes only')
            ,@('--fail-on', 'choice fail warn never', 'Lowest severity that makes the exit code 1: fail, warn, never')
            ,@('--ignore', 'finding', 'Leave this finding out of the exit code; may be repeated')
            ,@('-o,--output', 'format text short json html junit markdown sarif github', 'Output format: text, short, json, html, junit, markdown, sarif, github')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'explain' = @(
            ,@('--search', 'text', 'List the entries that contain all of these words')
            ,@('--older-than', 'text', 'List the entries whose source is older than this, such as 180d, oldest first')
            ,@('--source', 'text', 'List the entries that are based on a source of this name')
            ,@('-o,--output', 'format text short json', 'Output format: text, short, json')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'runs list' = @(
            ,@('--limit', 'text', 'Show at most this many; 0 shows all')
            ,@('-o,--output', 'format text short json', 'Output format: text, short, json')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'runs show' = @(
            ,@('-o,--output', 'format text short json html markdown', 'Output format: text, short, json, html, markdown')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'runs diff' = @(
            ,@('-o,--output', 'format text short json', 'Output format: text, short, json')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'runs export' = @(
            ,@('-o,--output', 'format har json', 'Output format: har, json')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'runs import' = @(
            ,@('--token-file', 'file', 'File with the access token that was used; its claims narrow down a 401 or 403')
            ,@('--tenant', 'text', 'The tenant that was meant')
            ,@('-o,--output', 'format text short json', 'Output format: text, short, json')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'runs delete' = @(
            ,@('--yes', '', 'Delete without asking')
            ,@('--dry-run', '', 'Say what would be deleted, and delete nothing')
            ,@('-o,--output', 'format text short json', 'Output format: text, short, json')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'runs purge' = @(
            ,@('--older-than', 'text', 'Delete the runs that are older than this, such as 30d')
            ,@('--keep', 'text', 'Delete all but the newest N')
            ,@('--all', '', 'Delete every recorded run')
            ,@('--yes', '', 'Delete without asking')
            ,@('--dry-run', '', 'Say what would be deleted, and delete nothing')
            ,@('-o,--output', 'format text short json', 'Output format: text, short, json')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'ticket new' = @(
            ,@('--from', 'file', 'Take captured answers, as classify reads them; may be repeated')
            ,@('--status', 'text', 'The HTTP status, if the input does not contain it')
            ,@('--method', 'method', 'The request''s method, if the input does not contain it')
            ,@('--url', 'text', 'The request''s URL, if the input does not contain it')
            ,@('--field', 'text', 'Which field of a log holds a part, such as status=http.code; may be a list')
            ,@('--token-file', 'file', 'File with the access token that was used; its claims narrow down a 401 or 403')
            ,@('--tenant', 'text', 'The tenant that was meant')
            ,@('--case-id', 'text', 'The number of the case, at Microsoft or at a help desk')
            ,@('--note', 'text', 'Add what was tried, what changed or what it costs the business; may be repeated')
            ,@('--bundle', 'file', 'Write a zip file with the ticket in all formats, its evidence and a manifest')
            ,@('--max-length', 'text', 'Maximum length of the plain text, in characters')
            ,@('--require-complete', '', 'Exit with 1 when something is missing that support will ask for')
            ,@('-o,--output', 'format text markdown json html', 'Output format: text, markdown, json, html')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'ticket preview' = @(
            ,@('--from', 'file', 'Take captured answers, as classify reads them; may be repeated')
            ,@('--status', 'text', 'The HTTP status, if the input does not contain it')
            ,@('--method', 'method', 'The request''s method, if the input does not contain it')
            ,@('--url', 'text', 'The request''s URL, if the input does not contain it')
            ,@('--field', 'text', 'Which field of a log holds a part, such as status=http.code; may be a list')
            ,@('--token-file', 'file', 'File with the access token that was used; its claims narrow down a 401 or 403')
            ,@('--tenant', 'text', 'The tenant that was meant')
            ,@('--case-id', 'text', 'The number of the case, at Microsoft or at a help desk')
            ,@('--note', 'text', 'Add what was tried, what changed or what it costs the business; may be repeated')
            ,@('-o,--output', 'format text json', 'Output format: text, json')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'ticket verify' = @(
            ,@('-o,--output', 'format text json', 'Output format: text, json')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'simulate' = @(
            ,@('--list', '', 'List the scenarios')
            ,@('--port', 'text', 'Port on 127.0.0.1')
            ,@('--rate', 'text', 'Share of failing calls of an intermittent scenario, 0 to 1')
            ,@('--delay', 'text', 'How long a slow scenario waits')
            ,@('--client-certificate', 'file', 'Accept client assertions signed with this certificate: PEM or DER')
            ,@('--tls', '', 'Use TLS, with a certificate authority of its own that the printed lines make trusted')
            ,@('--capture', 'file', 'Write each request and its answer, masked, as one line of JSON')
            ,@('--seed', 'file', 'Users and groups of the tenant: a JSON array, or one JSON object per line')
            ,@('-o,--output', 'format text short json', 'Output format: text, short, json')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'mcp' = @(
            ,@('--allow-files', 'file', 'Let the assistant read files below this folder by name, and no others')
            ,@('-h,--help', '', 'Show this help')
        )
        'shell' = @(
            ,@('-h,--help', '', 'Show this help')
        )
        'completion' = @(
            ,@('-h,--help', '', 'Show this help')
        )
        'profile set' = @(
            ,@('--cloud', 'choice global usgov usgov-dod china', 'Microsoft cloud: global, usgov, usgov-dod, china')
            ,@('--token-file', 'file', 'File with an access token')
            ,@('--token-variable', 'text', 'Environment variable with an access token')
            ,@('--client-secret-file', 'file', 'File with the client secret')
            ,@('--client-secret-variable', 'text', 'Environment variable with the client secret')
            ,@('--client-certificate', 'file', 'File with the application''s certificate and its private key')
            ,@('--client-certificate-password-file', 'file', 'File with the password of that file')
            ,@('--client-certificate-password-variable', 'text', 'Environment variable with that password')
            ,@('--federated-token-file', 'file', 'File with a token of a federated identity provider')
            ,@('--proxy', 'text', 'Proxy, without user and password')
            ,@('--no-proxy', 'text', 'Hosts without a proxy')
            ,@('--ping-url-variable', 'text', 'Environment variable with the URL of a heartbeat monitor')
            ,@('--unset', 'text', 'Remove this setting from the profile; may be repeated')
            ,@('--config', 'file', 'Configuration file, instead of the default one')
            ,@('--base-url', 'text', 'SCIM base URL, instead of the cloud''s own')
            ,@('--tenant', 'text', 'Tenant id or verified domain')
            ,@('--client-id', 'text', 'Application (client) id')
            ,@('--authority-host', 'text', 'Login host, instead of the cloud''s own')
            ,@('--cacert', 'file', 'Additional trusted CA certificates, PEM')
            ,@('-o,--output', 'format text json', 'Output format: text, json')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'profile list' = @(
            ,@('--config', 'file', 'Configuration file, instead of the default one')
            ,@('-o,--output', 'format text short json', 'Output format: text, short, json')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'profile show' = @(
            ,@('--config', 'file', 'Configuration file, instead of the default one')
            ,@('-o,--output', 'format text json', 'Output format: text, json')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'profile use' = @(
            ,@('--config', 'file', 'Configuration file, instead of the default one')
            ,@('-o,--output', 'format text json', 'Output format: text, json')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'profile delete' = @(
            ,@('--yes', '', 'Delete without asking')
            ,@('--config', 'file', 'Configuration file, instead of the default one')
            ,@('-o,--output', 'format text json', 'Output format: text, json')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'env' = @(
            ,@('-p,--profile', 'profile', 'Use the settings of this profile; profile list shows the profiles')
            ,@('--config', 'file', 'Configuration file, instead of the default one')
            ,@('--cloud', 'choice global usgov usgov-dod china', 'Microsoft cloud: global, usgov, usgov-dod, china')
            ,@('--base-url', 'text', 'SCIM base URL, instead of the cloud''s own')
            ,@('--tenant', 'text', 'Tenant id or verified domain')
            ,@('--allow-host', 'text', 'Host outside Microsoft that may receive the token; may be repeated')
            ,@('--token-file', 'file', 'File with an access token; - for standard input')
            ,@('--client-id', 'text', 'Application (client) id')
            ,@('--client-secret-file', 'file', 'File with the client secret; - for standard input')
            ,@('--client-certificate', 'file', 'File with the application''s certificate and its private key: PEM or PKCS#12')
            ,@('--client-certificate-password-file', 'file', 'File with the password of that file; - for standard input')
            ,@('--federated-token-file', 'file', 'File with a token of a federated identity provider; read at each use')
            ,@('--authority-host', 'text', 'Login host, instead of the cloud''s own')
            ,@('--proxy', 'text', 'Proxy')
            ,@('--no-proxy', 'text', 'Hosts to reach without the proxy')
            ,@('--cacert', 'file', 'Additional trusted CA certificates, PEM')
            ,@('-k,--insecure', '', 'Accept any certificate')
            ,@('--connect-timeout', 'text', 'Longest wait for a connection')
            ,@('--request-timeout', 'text', 'Longest wait without a byte')
            ,@('--max-time', 'text', 'Stop the whole run after this time')
            ,@('-o,--output', 'format text json', 'Output format: text, json')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
        'version' = @(
            ,@('-o,--output', 'format text json', 'Output format: text, json')
            ,@('--output-file', 'file', 'Write to this file instead of standard output')
            ,@('--color', 'choice auto always never', 'When to colour: auto, always, never')
            ,@('--ascii', '', 'Use no symbols beyond ASCII')
            ,@('--redact', 'choice seen standard strict', 'What to mask besides secrets: nothing (seen), personal values (standard), or also the ids of tenants, applications and objects (strict)')
            ,@('-q,--quiet', '', 'Print only problems: no progress, no notes, nothing when all is well')
            ,@('-v,--verbose', '', 'Show everything: each check and call, causes, sources, all commands')
            ,@('--debug', '', 'Show where in scimdoctor an internal error occurred')
            ,@('--no-input', '', 'Never ask; fail instead')
            ,@('-h,--help', '', 'Show this help')
        )
    }

    # How many words follow, and of which kind.
    $parameters = @{
        'probe' = @(1, 'method')
        'watch' = @(1, 'method')
        'classify' = @(2147483647, 'file')
        'token inspect' = @(1, 'file')
        'lint filter' = @(2147483647, 'file')
        'lint query' = @(2147483647, 'file')
        'lint request' = @(2147483647, 'file')
        'lint user' = @(2147483647, 'file')
        'lint group' = @(2147483647, 'file')
        'lint patch' = @(2147483647, 'file')
        'explain' = @(2147483647, 'finding')
        'runs show' = @(1, 'run')
        'runs diff' = @(2, 'run')
        'runs export' = @(1, 'run')
        'runs import' = @(2147483647, 'file')
        'runs delete' = @(2147483647, 'run')
        'ticket new' = @(2147483647, 'run')
        'ticket preview' = @(2147483647, 'run')
        'ticket verify' = @(1, 'file')
        'simulate' = @(1, 'scenario')
        'completion' = @(1, 'choice bash zsh fish powershell')
        'profile set' = @(1, 'profile')
        'profile show' = @(1, 'profile')
        'profile use' = @(1, 'profile')
        'profile delete' = @(1, 'profile')
    }

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
