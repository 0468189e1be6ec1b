package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.Captured;
import io.scimdoctor.capture.reader.Reading;
import io.scimdoctor.catalog.Observation;
import io.scimdoctor.catalog.Responder;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people paste beside answers, and what stands between them. */
class PastedTextTest {
    private static final String GRAPH =
            "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"Insufficient privileges\"}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|AADSTS7000216|A secret is required.|Send one.|\n|AADSTS700027|The assertion is wrong.|Sign it.|",
                "spec:\n  auth: WorkloadIdentity\n  # AADSTS70021 when the account is not there",
                "- Fixed `AADSTS50076` not being shown\n- Timeout raised to 10 seconds",
                "What should a client do when it gets 429 Too Many Requests?",
                "level=info msg=\"Request done\" method=GET path=/login/other status=302 size=351",
                "1. Open http://localhost:4200/users\n2. Press Add\nExpected: HTTP 201\nafter GET /users",
                "401 Unauthorized error: Is your token valid?",
                "Readiness probe failed: Get \"http://10.0.0.5:8080/healthz\": context deadline exceeded",
                "- fix: retry on 429 Too Many Requests and 503 Service Unavailable",
                "4. See error (401, 403, 500?)",
                "^M\n^M\n",
                "If the call is not allowed the method returns a `403 Forbidden` response code",
                "| 409 (Conflict) | POST, PUT, PATCH | a newer version exists |",
                "# Status code 400 (Bad Request) is returned instead of 503 (Service Unavailable)",
                "the service provider MUST return HTTP\nstatus code 409 (Conflict) with a code of its own",
                "catch the exception and actually know that 404 Not Found happened.",
                "It lets the endpoint return a 409 Conflict instead of the current default 400 Bad Request",
                "It immediately returns HTTP 404 because the row is gone, where RFC 7644 requires HTTP 200",
                "      return res.status(400).json({",
                "  \"exec\": [ \"pm.test(\\\"Status code is 200\\\", function () {\", \"});\" ]",
                "Added classes for the HTTP 413\nand HTTP 429 status codes.",
                "Network Engineer\nT: (555) 239-3939",
                "INFO: method=GET path=/b/500 format=html action=error status=500 duration=12.70 host=portal",
                "- The firewall team looks into the timeout between HR and graph.microsoft.com",
                "func TestBusy(t *testing.T) {\n\tsrv := serve(func(w Writer) {\n\t\tw.WriteHeader(Busy)\n"
                        + "\t\tw.Write([]byte(`{\"error\":{\"code\":\"TooManyRequests\"}}`))\n\t})\n\tdefer srv.Close()\n}"
            })
    void a_text_that_only_names_errors_and_statuses_holds_no_exchange(String text) {
        assertThat(Reading.of(text).captured()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            HttpRequestException: Resource temporarily unavailable (login.microsoftonline.com:443)       | dns-failure | login.microsoftonline.com
            x.MsalClientException: Error Details: connection timed out: login.microsoftonline.com/1.2.3.4:443 | connect-timeout | login.microsoftonline.com
            Error: connect ETIMEDOUT 2603:1::80:443\\n{"error":{"message":"connect ETIMEDOUT","stack":"at x"}} | connect-timeout | ``
            Invoke-WebRequest : The request was aborted: Could not create SSL/TLS secure channel.       | tls-protocol | ``
            HTTPSConnectionPool(host='login.microsoftonline.com', port=443): url: /t (Caused by NewConnectionError('x: [WinError 10060] Ein Verbindungsversuch ist fehlgeschlagen')) | connect-timeout | login.microsoftonline.com
            : WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1125)')))                              | tls-protocol | ``
            Error: reqwest::Error { source: Error(Connect, InvalidCertificate(UnknownIssuer)) }         | tls-untrusted | ``
            Invoke-WebRequest: The remote certificate is invalid according to the validation procedure.   | tls-untrusted | ``
            Get "https://graph.microsoft.com/v1.0/me": x509: certificate is valid for VM, not graph.microsoft.com | tls-hostname-mismatch | graph.microsoft.com
            Error: read ECONNRESET\\nI suspect an expired certificate, graph.microsoft.com fails, the certificate has expired | connection-reset | ``
            Error: connect ETIMEDOUT 2603:1::80:443\\n**Expected behavior:** Response status 200            | connect-timeout | ``
            1 errno=0 state=SSLv3 read server certificate B: certificate verify failed (Fara              | tls-untrusted | ``
            at 0x04C4>: Failed to establish a new connection: [Errno 11001] getaddrinfo failed'))         | dns-failure | ``
            Faraday::ConnectionFailed - execution expired:                                              | connect-timeout | ``
            Reason: curl_exec() failed: SSL read: errno -5961                                             | connection-reset | ``
            msxml6.dll: The server name or address could not be resolved                                | dns-failure | ``
            aiohttp.client_exceptions.ServerDisconnectedError: Server disconnected                                   | empty-reply | ``
            Get "https://graph.microsoft.com/x": http: server gave HTTP response to HTTPS client                      | tls-failure | graph.microsoft.com
            javax.net.ssl.SSLException: Unsupported or unrecognized SSL message                                       | tls-failure | ``
            Error: Client network socket disconnected before secure TLS connection was established                    | tls-failure | ``
            Error: queryA ETIMEOUT graph.microsoft.com                                                                | dns-failure | ``
            read tcp 10.1.1.1:4242->20.190.1.1:443: read: connection reset by peer                                    | connection-reset | ``
            TypeError: terminated: other side closed                                                                  | connection-reset | ``
            MOZILLA_PKIX_ERROR_MITM_DETECTED                                                                          | tls-untrusted | ``
            Error Domain=NSURLErrorDomain Code=-1003 "A server with the specified hostname could not be found."       | dns-failure | ``
            x.HttpRequestException: Der angegebene Host ist unbekannt. (graph.microsoft.com:443)                      | dns-failure | ``
            x.HttpRequestException: 接続済みの呼び出し先が一定の時間を過ぎても正しく応答しなかったため、接続できませんでした。 (graph.microsoft.com:443) | connect-timeout | ``
            x.HttpRequestException: Aucune connexion n'a pu être établie car l'ordinateur cible l'a expressément refusée. | connection-refused | ``
            x.HttpRequestException: 远程主机强迫关闭了一个现有的连接。 (graph.microsoft.com:443)                     | connection-reset | ``
            sync stopped, HRESULT 0x80072EE7                                                                          | dns-failure | ``
            curl_easy_perform() failed: Couldn't resolve host name                                                    | dns-failure | ``
            Download ... Retry: 1: Peer certificate cannot be authenticated with given CA certificates on handle 55A4 | tls-untrusted | ``
            Error: transfer failed: Server returned nothing (no headers, no data)                                     | empty-reply | ``
            Error: request failed: Failure when receiving data from the peer                                          | connection-reset | ``
            Invoke-WebRequest : リモート名を解決できませんでした。: 'graph.microsoft.com'                                  | dns-failure | ``
            Invoke-RestMethod : Impossible de se connecter au serveur distant                                         | connection-refused | ``
            Invoke-RestMethod : Die Verbindung mit dem Remoteserver kann nicht hergestellt werden.                    | connection-refused | ``
            Invoke-RestMethod : Timeout für Vorgang überschritten.                                                    | response-timeout | ``
            < HTTP/1.1 200 Connection established\\n* SSL certificate problem: unable to get local issuer certificate   | tls-untrusted | ``
            Invoke-RestMethod : Der Remotename konnte nicht aufgelöst werden: 'graph.microsoft.com'                   | dns-failure | ``
            Invoke-RestMethod: Der angegebene Host ist unbekannt. (graph.microsoft.com:443)                          | dns-failure | ``
            Invoke-RestMethod: そのようなホストは不明です。 (graph.microsoft.com:443)                                | dns-failure | ``
            Invoke-RestMethod : La connexion sous-jacente a été fermée : Impossible d'établir une relation de confiance pour le canal sécurisé SSL/TLS. | tls-untrusted | ``
            Invoke-RestMethod : Le délai d'attente de l'opération a expiré.                                          | response-timeout | ``
            Invoke-WebRequest: No se puede establecer una conexión ya que el equipo de destino denegó expresamente dicha conexión. (localhost:1) | connection-refused | ``
            Invoke-WebRequest : A solicitação foi anulada: Não foi possível criar um canal seguro para SSL/TLS.      | tls-protocol | ``
            """)
    void a_client_says_which_phase_failed_and_for_which_host(String text, String fault, String host) {
        Reading reading = Reading.of(text.replace("\\n", "\n"));

        assertThat(reading.failure().fault().slug()).isEqualTo(fault);
        assertThat(reading.failure().detail()).contains(host);
    }

    @Test
    void numbers_of_a_printed_array_are_no_statuses() {
        String text = "Array\n(\n    [url] => https://graph.microsoft.com/rp/scim/users\n    [http_code] => 403\n"
                + "    [header_size] => 469\n    [size_download] => 232\n    [primary_port] => 443\n)\n" + GRAPH;

        assertThat(Reading.of(text).answer().status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Error: {\"error\":{\"code\":\"A\",\"message\":\"b\",\"innerError\":{\"request-id\":\"1\"}}} {\n"
                        + "  statusCode: 403,\n  result: {\n    error: { code: 'A', message: 'b', innerError: [Object] }\n  }\n}",
                "Body:\n{\n  \"error\": {\"code\":\"Service_x\",\"message\":\"b\"}\n}\n\nGet-MgGroup_List: b\n\nStatus: 403 (Forbidden)\n"
                        + "ErrorCode: Service_x\nDate: 2026-11-29T08:40:00",
                "E   AssertionError: {\"error\":{\"code\":\"A\",\"message\":\"\",\"innerError\":{\"request-id\":\"1\"}}}\n"
                        + "E    +  where 504 = <Response [504]>.status_code\nFAILED x.py - AssertionError: {\"error\":{\"code\":\"A\",\"mess...",
                "  code: 'Authorization_RequestDenied',\n  status: 403,\n  [cause]: {\n    message: 'No.',\n"
                        + "    code: 'Authorization_RequestDenied'\n  }"
            })
    void an_error_that_is_printed_again_in_short_is_the_same_answer(String text) {
        assertThat(Reading.of(text).answer().isSuccess()).isFalse();
    }

    @Test
    void a_page_within_a_sentence_and_the_reference_of_the_edge_are_answers() {
        String page = "<html> <head><title>504 Gateway Time-out</title></head> <body>nginx</body> </html>";
        String edge =
                "An error occurred while processing your request.\nReference #97.c8d9.17.b7\n\nhttps://errors.edgesuite.net/97.c8d9.17.b7";

        assertThat(Reading.of("Flow could not be loaded: " + page).line()).isEqualTo("null null 504 " + page);
        assertThat(Reading.of("it fails:\n\n" + edge + "\n").answer().body()).isEqualTo(edge);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Then status 200\nstatus code was: 403, expected: 200, url: https://graph.microsoft.com/rp/scim/users, response: ",
                "error: Assert status code\n   | GET https://graph.microsoft.com/rp/scim/users\n 3 | HTTP 200\n   |      ^^^ actual value is <403>\n",
                "Failed on GET https://graph.microsoft.com/rp/scim/users\n  > 403: Forbidden\n----------\nStatus: 403 - Forbidden\n{\"error\":{\"code\":\"A\"}}"
            })
    void what_a_test_expects_is_no_status_and_its_report_one_answer(String report) {
        assertThat(Reading.of(report).answer().status()).isEqualTo(403);
    }

    @Test
    void what_another_product_answered_may_stand_below_what_the_provisioning_service_writes() {
        Reading reading = Reading.of("""
                StatusCode: BadRequest
                Message: Processing of the HTTP request resulted in an exception. See the 'Response' property.
                Web Response:

                {
                  "schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"],
                  "detail": {"Operations": {"op": ["no"]}}
                }
                """);

        assertThat(reading.answer().body()).contains("Processing of the HTTP request", "Operations");
    }

    @Test
    void a_log_that_was_exported_as_a_table_is_read_by_its_messages() {
        String table = "Date,Host,Message\n2026-11-29,a,\"started\"\n"
                + "2026-11-29,a,\"GET https://graph.microsoft.com/rp/scim/groups returned 403: "
                + GRAPH.replace("\"", "\"\"")
                + "\"\n";

        assertThat(Reading.of(table).line()).isEqualTo("GET https://graph.microsoft.com/rp/scim/groups 403 " + GRAPH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                It fails with
                {"errorCode":"invalid_client","errorMessage":"7000215 - AADSTS7000215: Wrong."}
                * ID: 1
                * Content: a page
                * Service: **directory**
                * Sub-service: **develop**
                """,
                "use Http\\Client;\n$c = new Client();\n$r = $c->get('/');\necho $r->getBody();\n"
                        + "`[17-Nov-2018 10:30:56 Europe/Berlin] PHP Fatal error:  Client error: "
                        + "`GET https://graph.microsoft.com/rp/scim/users` resulted in a `401 Unauthorized` response:"
            })
    void bullets_are_no_source_code_and_what_a_program_printed_may_stand_below_its_source(String text) {
        assertThat(Reading.of(text).answer().isSuccess()).isFalse();
    }

    @Test
    void the_fields_of_a_message_may_be_listed() {
        String text = """
                GET /api/2.0/preview/scim/v2/Users?count=1
                > * Host:\s
                < HTTP/2.0 403 Forbidden
                < * Server: databricks
                < {
                <   "error_code": 403
                < }
                """;

        assertThat(Reading.of(text).answer().headers().first("server")).contains("databricks");
    }

    @Test
    void a_body_within_xml_is_read() {
        assertThat(Reading.of("<?xml version=\"1.0\"?><fault><response><![CDATA[" + GRAPH + "]]></response></fault>")
                        .line())
                .isEqualTo("null null 0 " + GRAPH);
    }

    @Test
    void a_stack_trace_is_read_where_the_message_of_a_record_says_nothing() {
        String record =
                "{\"message\":\"create failed\",\"level\":\"ERROR\",\"stack_trace\":\"feign.FeignException$Forbidden:"
                        + " [403 Forbidden] during [GET] to [https://graph.microsoft.com/rp/scim/users] [F#get()]: [{}]\"}";

        assertThat(Reading.of(record).answer().status()).isEqualTo(403);
    }

    @Test
    void apache_logs_fields_without_quotes() {
        String log = """
                10:00:00.1 [main] DEBUG o.a.h.c.h.headers - http-outgoing-1 >> GET /rp/scim/users HTTP/1.1
                10:00:00.1 [main] DEBUG o.a.h.c.h.headers - http-outgoing-1 >> Host: graph.microsoft.com
                10:00:00.2 [main] DEBUG o.a.h.c.h.headers - http-outgoing-1 << HTTP/1.1 401 Unauthorized
                10:00:00.2 [main] DEBUG o.a.h.c.h.headers - http-outgoing-1 << request-id: r-1
                10:00:00.3 [main] INFO  sync - done 401 Unauthorized HTTP/1.1
                """;

        assertThat(Reading.of(log).line()).isEqualTo("GET https://graph.microsoft.com/rp/scim/users 401 ");
    }

    @Test
    void what_a_tool_prints_around_a_body_is_left_out() {
        String text =
                "HTTP/1.1 200 - OK\nrequest-id: r-1\n\nTimings:\ndns: 1\ntotal: 20\n\n{\"a\": 1}\n\n2 requests processed\n";

        assertThat(Reading.of(text).line()).isEqualTo("null null 200 {\"a\": 1}");
    }

    @Test
    void a_class_that_python_prints_is_no_markup() {
        String text = "<class 'urllib.error.HTTPError'> HTTP Error 403: Forbidden\n\n" + GRAPH;

        assertThat(Reading.of(text).line()).isEqualTo("null null 403 " + GRAPH);
    }

    @Test
    void a_code_may_end_behind_a_digit_and_its_message_hold_an_apostrophe() {
        String text = "it fails with:\nerror:{\ncode:'Authentication_NotForB2CTenant'\nmessage:'It doesn't work'\n}";

        assertThat(Reading.of(text).answer().body()).contains("Authentication_NotForB2CTenant");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTP 500 Internal Server Error from http://127.0.0.1:2579/metadata/identity/oauth2/token  | MANAGED_IDENTITY
            GET http://localhost:3500/v1.0/state HTTP/1.1\\n\\nHTTP/1.1 500 Internal Server Error\\n\\n{"errorCode":"ERR"} | ANOTHER_PRODUCT
            PATCH /api/v1/scim/v2/Groups/7\\nHTTP 500\\n{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"detail":"x"} | ANOTHER_PRODUCT
            Error: 403 AccessDenied: User is not authorized to perform: s3:PutObject on resource: x          | ANOTHER_PRODUCT
            HTTP/1.1 403 Forbidden\\n\\nThe caller does not have permission                                  | ANOTHER_PRODUCT
            CredentialUnavailableException: ManagedIdentityCredential authentication unavailable. No answer.\\nStatus: 403 (Forbidden)        | MANAGED_IDENTITY
            [{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]                     | ANOTHER_PRODUCT
            {"Errors":{"description":"invalid_authentication","code":401}}                                  | ANOTHER_PRODUCT
            HTTP/2 429\\nx-zm-trackingid: v=2.0\\n\\n{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"detail":"x","status":"429"} | ANOTHER_PRODUCT
            HTTP/2 400\\nServer: Jetty(9.4)\\n\\n{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"detail":"x","status":"400"}   | ANOTHER_PRODUCT
            HTTP/2 400\\nServer: Jetty(9.4)\\n\\n{"error":{"code":"BadRequest","message":"x","innerError":{"request-id":"r-1"}}}                | GRAPH
            HTTP/2 401\\nx-goog-trace: 1\\nrequest-id: a\\nclient-request-id: a\\n\\n{"error":{"code":"InvalidAuthenticationToken","message":"x"}}  | GRAPH
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"invalid_token","detail":"x"} | ANOTHER_PRODUCT
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","detail":"x","errorCode":1292}           | ANOTHER_PRODUCT
            {"schemas":["urn:pingidentity:scim:api:messages:2.0:PasswordUpdateError"],"status":400,"detail":"x"}               | ANOTHER_PRODUCT
            HTTP/2 403\\n\\n{"error":{"code":403,"message":"Not Authorized","errors":[{"domain":"global"}]}}                      | ANOTHER_PRODUCT
            HTTP/2 401\\n\\n{"error":{"message":"User Not Authenticated","detail":"Required to provide Auth information"},"status":"failure"} | ANOTHER_PRODUCT
            **405 MethodNotAllowed**\\nx-authentik-id: 0123456789abcdef                                      | ANOTHER_PRODUCT
            """)
    void what_a_local_agent_or_another_product_answers_is_its_own(String text, Responder responder) {
        Captured first = Reading.of(text.replace("\\n", "\n")).captured().get(0);

        assertThat(new Observation(first.exchange(), Set.of()).responder()).isEqualTo(responder);
    }

    @Test
    void what_envoy_answers_itself_is_its_own() {
        Reading reading = Reading.of("[2026-11-30T09:04:47.747Z] \"GET /rp/scim/users?count=1 HTTP/1.1\" 503 UF,URX"
                + " upstream_reset_before_response_started{connection_failure} - \"-\" 0 190 35 - \"-\" \"okhttp\"");

        assertThat(reading.answer().headers().first("proxy-status")).contains("envoy; UF,URX");
    }

    @Test
    void each_answer_within_a_batch_is_an_exchange() {
        String sent = "{\\\"requests\\\":[{\\\"id\\\":\\\"1\\\",\\\"method\\\":\\\"GET\\\",\\\"url\\\":\\\"/users\\\"},"
                + "{\\\"id\\\":\\\"2\\\",\\\"method\\\":\\\"DELETE\\\",\\\"url\\\":\\\"/groups/7\\\"}]}";
        String received = "{\\\"responses\\\":[{\\\"id\\\":\\\"2\\\",\\\"status\\\":429,\\\"body\\\":{}},"
                + "{\\\"id\\\":\\\"1\\\",\\\"status\\\":200,\\\"body\\\":{}}]}";
        String har =
                "{\"log\":{\"entries\":[{\"request\":{\"method\":\"POST\",\"url\":\"https://graph.microsoft.com/rp/scim/$batch\","
                        + "\"headers\":[],\"postData\":{\"text\":\"" + sent + "\"}},"
                        + "\"response\":{\"status\":200,\"headers\":[],\"content\":{\"text\":\"" + received
                        + "\"}}}]}}";

        assertThat(Reading.of(har).captured())
                .extracting(one -> Reading.line(one.exchange()))
                .containsExactly(
                        "DELETE https://graph.microsoft.com/rp/scim/groups/7 429 {}",
                        "GET https://graph.microsoft.com/rp/scim/users 200 {}");
    }

    @Test
    void equal_sentences_about_several_things_are_several_answers() {
        String log = """
                2026-05-02 08:11:04 ERROR [sync] aad.py L27: could not read users: Insufficient privileges to complete the operation.
                2026-05-02 08:11:05 ERROR [sync] aad.py L41: could not read groups: Insufficient privileges to complete the operation.
                2026-05-02 08:11:06 ERROR [main] job.py the whole run has failed: Insufficient privileges to complete the operation.
                """;

        assertThat(Reading.of(log).captured()).hasSize(2);
    }

    @Test
    void a_path_is_on_the_only_host_that_a_text_names_when_that_is_another_products() {
        String log = """
                2026-05-02 08:11:04 INFO endpoint: https://scim.fabrikam.example/abc/scim/v2/
                2026-05-02 08:11:05 INFO GET /Users -> 200 OK
                2026-05-02 08:11:06 INFO GET /Users/7 -> 401 Unauthorized
                """;

        assertThat(Reading.of(log).captured())
                .extracting(one -> one.exchange().request().url())
                .containsExactly("https://scim.fabrikam.example/Users", "https://scim.fabrikam.example/Users/7");
        assertThat(Reading.of(log.replace("scim.fabrikam.example/abc/scim/v2/", "graph.microsoft.com/rp/scim"))
                        .captured())
                .extracting(one -> one.exchange().request().url())
                .contains("/Users/7");
    }
}
