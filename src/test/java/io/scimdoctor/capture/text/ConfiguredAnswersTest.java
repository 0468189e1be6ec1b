package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells a server or a proxy to answer with a status tells of no call. */
final class ConfiguredAnswersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                apiVersion: networking.istio.io/v1beta1
                kind: VirtualService
                spec:
                  http:
                  - fault:
                      abort:
                        httpStatus: 429
                    route:
                    - destination:
                        host: graph.microsoft.com
                """,
                """
                    - fault:
                        abort:
                          httpStatus: 503
                """,
                """
                livenessProbe:
                  httpGet:
                    path: /rp/scim/ServiceProviderConfig
                  failureThreshold: 3
                  successStatus: 200
                """,
                """
                configPatches:
                - applyTo: HTTP_FILTER
                  patch:
                    value:
                      typed_config:
                        status:
                          code: TooManyRequests
                """,
                """
                local_reply_config:
                  mappers:
                  - status_code: 504
                    body:
                      inline_string: upstream request timeout
                """,
                """
                kind: HTTPChaos
                spec:
                  target: Response
                  path: /rp/scim/users
                  replace:
                    code: 404
                """,
                """
                static_resources:
                  listeners:
                  - routes:
                    - match: { prefix: "/rp/scim" }
                      direct_response: { status: 403, body: { inline_string: "denied" } }
                """,
                """
                resource "aws_lb_listener_rule" "scim" {
                  action {
                    fixed_response {
                      status_code  = "403"
                      message_body = "{\\"error\\":{\\"code\\":\\"Forbidden\\"}}"
                    }
                  }
                }
                """,
                """
                frontend web
                    bind :443
                    http-request deny deny_status 403 if !scim
                    default_backend graph
                """,
                """
                <VirtualHost *:443>
                    ErrorDocument 403 "Forbidden"
                    ProxyPass /rp/scim https://graph.microsoft.com/rp/scim
                </VirtualHost>
                """,
                """
                server {
                  listen 443 ssl;
                  location /rp/scim/ { proxy_pass https://graph.microsoft.com; limit_req zone=scim; limit_req_status 429; }
                }
                """,
                """
                location /private { return 403 "Forbidden"; }
                """,
                """
                  limit_req_status 429;
                  error_page 502 503 504 /50x.html;
                """,
                """
                  return 403 "Forbidden";
                """,
                """
                _format_version: "3.0"
                services:
                - url: https://graph.microsoft.com/rp/scim
                  config:
                    status_code: 403
                """,
                """
                groups:
                - rules:
                  - alert: Scim429
                    expr: rate(http_requests_total{status="429",host="graph.microsoft.com"}[5m]) > 0
                    annotations:
                      summary: SCIM returns HTTP 429
                """,
                """
                resilience4j.retry:
                  instances:
                    graph:
                      httpStatus: 503
                """,
                """
                  /users:
                    get:
                      responses:
                        '403':
                          description: Forbidden
                """,
                """
                export const handlers = [
                  http.get('https://graph.microsoft.com/rp/scim/users', () => HttpResponse.json({}, { status: 403 })),
                ];
                """,
                """
                {
                  "request": { "method": "GET", "urlPath": "/rp/scim/users" },
                  "response": { "status": 403, "jsonBody": { "error": { "code": "Authorization_RequestDenied" } } }
                }
                """,
                "{\"mappings\":[{\"request\":{\"urlPath\":\"/rp/scim/users\"},\"response\":{\"status\":429}}]}\n",
                "{\"request\":{\"method\":\"PATCH\",\"urlPattern\":\"/rp/scim/.*\"},\"response\":{\"status\":404}}\n",
                "{\"httpRequest\":{\"path\":\"/rp/scim/users\"},\"httpResponse\":{\"statusCode\":403}}\n",
                "{\"definition\":{\"actions\":{\"Response\":{\"inputs\":{\"statusCode\":403,\"body\":{\"error\":\"x\"}}}}}}\n",
            })
    void what_says_how_to_answer_is_no_answer(String text) {
        assertThat(Reading.of(text).captured()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"request\":{\"method\":\"GET\",\"url\":\"https://graph.microsoft.com/rp/scim/users\"},\"response\":{\"status\":403,\"body\":\"\"}}\n",
                "2026-04-03 14:22:01 upstream returned 503 for https://graph.microsoft.com/rp/scim/users, kind: Retry\n",
                "http {\nHTTP/1.1 403 Forbidden\n\n{\"error\":{\"code\":\"Forbidden\"}}\n",
                "client, server { host: scim-gw.contoso.example } returned 503 for https://graph.microsoft.com/rp/scim/users\n",
                "Error: creating user: 403 Forbidden\n\n  with azuread_user.x,\n  on main.tf line 3, in resource \"azuread_user\" \"x\":\n   3: resource \"azuread_user\" \"x\" {\n",
            })
    void what_tells_of_a_call_is_one(String text) {
        assertThat(Reading.of(text).captured()).isNotEmpty();
    }
}
