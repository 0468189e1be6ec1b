package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients and gateways print of calls that failed, in the words and languages they were seen to use. */
final class WordsOfClientsTest {
    /** As wget, Perl and other programs print it where the system speaks another language. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Connexion à graph.microsoft.com (graph.microsoft.com)¦192.0.2.7¦:443… échec : Connexion refusée.      | connection-refused
            Verbindungsaufbau zu graph.microsoft.com (graph.microsoft.com)¦192.0.2.7¦:443 … fehlgeschlagen: Verbindungsaufbau abgelehnt. | connection-refused
            Conectando con graph.microsoft.com (graph.microsoft.com)[192.0.2.7]:443... falló: Conexión rehusada.  | connection-refused
            graph.microsoft.com (graph.microsoft.com)¦192.0.2.7¦:443 に接続しています... 失敗しました: 接続を拒否されました. | connection-refused
            wget: Host-Adresse »graph.microsoft.us« kann nicht aufgelöst werden                                   | dns-failure
            Résolution de graph.microsoft.us (graph.microsoft.us)… échec : Échec temporaire dans la résolution du nom. | dns-failure
            FEHLER: Dem Zertifikat von »graph.microsoft.com« wird nicht vertraut.                                 | tls-untrusted
            Erreur : le certificat de « graph.microsoft.com » n’est pas d’un émetteur connu.                      | tls-untrusted
            エラー: `graph.microsoft.com' の証明書の発行者が不明です。                                            | tls-untrusted
            FEHLER: Das Zertifikat von »graph.microsoft.com« ist abgelaufen.                                      | tls-expired
            ERRORE: Il certificato di "graph.microsoft.com" è scaduto.                                            | tls-expired
            FEHLER: Der Zertifikat-Eigentümer passt nicht zum Hostname »graph.microsoft.com«.                     | tls-hostname-mismatch
            """)
    void a_fault_is_told_in_other_languages(String line, String fault) {
        assertThat(fault(line.replace('¦', '|'))).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            string(91) "SSL: no alternative certificate subject name matches target host name 'graph.microsoft.com'" | tls-hostname-mismatch
            javax.net.ssl.SSLPeerUnverifiedException: Certificate for <graph.microsoft.com> doesn't match any of the subject alternative names: [a.contoso.example] | tls-hostname-mismatch
            500 Can't connect to graph.microsoft.com:443 (hostname verification failed)                              | tls-hostname-mismatch
            x.ExecutionException: org.asynchttpclient.exception.RemotelyClosedException: Remotely closed             | connection-reset
            [Mon Nov 30 09:25:03.653787 2026] [proxy_http:error] [pid 3205] (70014)End of file found: AH01102: error reading status line from remote server graph.microsoft.com:443 | empty-reply
            [Mon Nov 30 09:25:01.999262 2026] [proxy:error] [pid 3234] AH00898: Error during SSL Handshake with remote server returned by /rp/scim/users | tls-failure
            Error: ESOCKETTIMEDOUT                                                                                   | response-timeout
            HTTPParserError: Response does not match the HTTP/1.1 protocol (Expected HTTP/, RTSP/ or ICE/)           | malformed-response
            java.net.ProtocolException: Invalid status line: "SSH-2.0-OpenSSH_9.2"                                   | malformed-response
            java.io.EOFException: HttpConnectionOverHTTP@2b67::SslEndPoint@4fc6[{l=/192.0.2.9:43736,r=graph.microsoft.com/192.0.2.7:443,OPEN}] | connection-reset
            java.io.EOFException: \\n not found: limit=0 content=…                                                  | truncated-body
            java.net.ConnectException                                                                                | connection-refused
            twisted.web._newclient.ResponseFailed: [<twisted.python.failure.Failure twisted.web.http._DataLoss: >]   | truncated-body
            twisted.web._newclient.ResponseNeverReceived: [<twisted.python.failure.Failure twisted.internet.error.ConnectionDone: Connection was closed cleanly.>] | empty-reply
            I, [2026-11-30T12:12:33]  INFO -- : 0 operation_timedout Timeout was reached https://graph.microsoft.com/rp/scim/users | response-timeout
            E, [2026-11-30T12:12:33] ERROR -- : 0 couldnt_resolve_host Couldn't resolve host name                    | dns-failure
            12:13:32.029 [error] GET /users?count=1 failed: :timeout                                                 | response-timeout
            12:13:32.029 [error] {:error, %Mint.TransportError{reason: :nxdomain}}                                   | dns-failure
            <simpleError in curl::curl_fetch_memory(url, handle = handle): Could not resolve host: graph.microsft.com> | dns-failure
            <simpleError in curl::curl_fetch_memory(url, handle = handle): Empty reply from server>                  | empty-reply
              what():  Failed to connect to any resolved endpoint                                                    | connection-refused
            GLib.Error: Connection terminated unexpectedly g-io-error-quark 34                                       | connection-reset
            scim: error 6 "SSL handshake failed"                                                                     | tls-failure
            pycurl.error: (28, 'Operation timed out after 2001 milliseconds with 97 out of 9000 bytes received')     | stalled-body
            curl: (28) Failed to connect to graph.microsoft.com port 443 after 2001 ms: Couldn't connect to server   | connect-timeout
            2026-11-30 12:16:31: (gw_backend.c.274) establishing connection failed: socket: tcp:192.0.2.7:443: Connection refused | connection-refused
            596 Connection timed out                                                                                 | connect-timeout
            Get "https://graph.microsoft.com/rp/scim/users": dial tcp: lookup graph.microsoft.com on 192.0.2.1:53: read udp: i/o timeout | dns-failure
            """)
    void a_client_names_the_fault(String line, String fault) {
        assertThat(fault(line)).isEqualTo(fault);
    }

    @Test
    void a_list_of_codes_among_a_client_s_settings_is_no_fault() {
        assertThat(fault("""
                        ReadError: The server aborted pending request
                            at TCP.done (node:_tls_wrap:669:7) {
                          code: 'ECONNRESET',
                          options: {
                            retry: {
                              errorCodes: [
                                'ETIMEDOUT',
                                'ENOTFOUND',
                                'EAI_AGAIN'
                              ]
                            }
                          }
                        }
                        """)).isEqualTo("truncated-body");
    }

    @Test
    void a_handshake_that_fails_for_two_reasons_is_one_call() {
        Reading reading = Reading.of("""
                --2026-11-30 09:26:48--  https://graph.microsoft.com/rp/scim/users
                Connecting to graph.microsoft.com (graph.microsoft.com)|192.0.2.7|:443... connected.
                ERROR: The certificate of ‘graph.microsoft.com’ is not trusted.
                ERROR: The certificate of ‘graph.microsoft.com’ has expired.
                """);

        assertThat(reading.captured()).hasSize(1);
        assertThat(reading.failure().fault().slug()).isEqualTo("tls-expired");
    }

    @Test
    void the_cause_that_ruby_prints_below_the_frames_is_no_other_call() {
        Reading reading = Reading.of("""
                /usr/lib/ruby/3.1.0/openssl/buffering.rb:214:in `sysread_nonblock': SSL_read: unexpected eof while reading (OpenSSL::SSL::SSLError) (Excon::Error::Socket)
                \tfrom /usr/lib/ruby/3.1.0/openssl/buffering.rb:214:in `read_nonblock'
                \tfrom sync.rb:4:in `<main>'
                /usr/lib/ruby/3.1.0/openssl/buffering.rb:214:in `sysread_nonblock': SSL_read: unexpected eof while reading (OpenSSL::SSL::SSLError)
                \tfrom /usr/lib/ruby/3.1.0/openssl/buffering.rb:214:in `read_nonblock'
                \tfrom sync.rb:4:in `<main>'
                """);

        assertThat(reading.captured()).hasSize(1);
    }

    @Test
    void calls_that_fail_for_one_reason_are_several() {
        Reading reading = Reading.of("""
                2026-11-30 09:26:48 ERROR sync of anna: graph.microsoft.com: certificate verify failed
                2026-11-30 09:26:49 ERROR sync of ben: graph.microsoft.com: certificate verify failed
                """);

        assertThat(reading.captured()).hasSize(2);
    }

    /** Some clients write the status in front, as {@code curl -w} can; the number before it may be a time. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.013865 404 GET https://graph.microsoft.com/rp/scim/users/7d1e2f30-9999-4222-8aaa-1234567890ab       | GET
            2026-11-30T10:20:33.882Z 192.0.2.9 404 GET /rp/scim/users/7d1e2f30-9999-4222-8aaa-1234567890ab 214    | GET
            429 PATCH https://graph.microsoft.com/rp/scim/users/7d1e2f30-9999-4222-8aaa-1234567890ab              | PATCH
            2026-11-30T09:17:49Z {app="scim"} 0.013 503 POST https://graph.microsoft.com/rp/scim/users            | POST
            1796030716.809 0 192.0.2.9 NONE_NONE/503 0 CONNECT graph.microsoft.com:443 - HIER_DIRECT/192.0.2.7 -  | CONNECT
            """)
    void a_status_in_front_of_its_call_is_read(String line, String method) {
        assertThat(Reading.of(line + "\n").line()).startsWith(method + " ").containsPattern(" (?:404|429|503) ");
    }

    @Test
    void a_server_that_went_away_is_a_failure_in_the_flows_of_mitmproxy() {
        Reading reading = Reading.of("""
                192.0.2.9:45422: GET https://graph.microsoft.com/rp/scim/users
                              << 200 OK 1.1k
                192.0.2.9:45438: GET https://graph.microsoft.com/rp/scim/groups
                 << server closed connection
                """);

        assertThat(reading.lines().get(1)).endsWith("/groups connection-reset");
    }

    @Test
    void a_here_document_of_a_shell_is_no_fault() {
        assertThat(Reading.of("kubectl apply -f - \\\n    << EOF\nkind: Job\nEOF\n")
                        .captured())
                .isEmpty();
    }

    /** What stands in a status's place is no status when the client made it up. */
    @Test
    void a_client_s_own_status_is_no_answer() {
        assertThat(fault("""
                        $VAR1 = {
                                  'reason' => 'Internal Exception',
                                  'content' => 'Could not connect to \\'graph.microsoft.com:443\\': Connection refused
                        ',
                                  'url' => 'https://graph.microsoft.com/rp/scim/users',
                                  'status' => 599
                                };
                        """)).isEqualTo("connection-refused");
        assertThat(fault("tornado.httpclient.HTTPClientError: HTTP 599: Timeout while connecting"))
                .isEqualTo("response-timeout");
    }

    @Test
    void a_log_that_ends_its_line_with_the_url_names_the_status_before_it() {
        assertThat(Reading.of("code=404 url=https://graph.microsoft.com/rp/scim/users/a ip=192.0.2.7 t=0.05s\n")
                        .answer()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_body_that_is_cut_off_ends_where_the_next_call_begins() {
        Reading reading = Reading.of("""
                sending request to GET https://graph.microsoft.com/rp/scim/users
                received response to GET https://graph.microsoft.com/rp/scim/users - HTTP 200
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"itemsPerPage":1,"next
                sending request to GET https://graph.microsoft.com/rp/scim/users/not-a-guid
                received response to GET https://graph.microsoft.com/rp/scim/users/not-a-guid - HTTP 400
                {"error":{"code":"Request_BadRequest","message":"Invalid object identifier 'not-a-guid'."}}
                """);

        assertThat(reading.captured()).hasSize(2);
        assertThat(reading.lines().get(1)).contains("not-a-guid 400", "Invalid object identifier");
    }

    /** curl says to one stream that the tunnel failed, and writes the proxy's answer to the other. */
    @Test
    void the_answer_of_a_proxy_behind_curl_s_words_is_the_same() {
        Reading reading = Reading.of("""
                curl: (56) CONNECT tunnel failed, response 403
                HTTP/1.1 403 Forbidden
                Server: Zscaler/6.2
                Content-Type: text/html

                """);

        assertThat(reading.line()).startsWith("CONNECT null 403");
    }

    private static String fault(String text) {
        return Reading.of(text + "\n").failure().fault().slug();
    }
}
