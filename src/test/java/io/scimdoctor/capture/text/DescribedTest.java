package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that only describes an answer holds none; what looks like it and was printed does. */
final class DescribedTest {
    private static final String URL = "https://graph.microsoft.com/rp/scim/users";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- Fixed HTTP 413 when a group has many members",
                "Fixed HTTP 413 when a group has many members",
                "fix(client): HTTP 429 Too Many Requests was not retried",
                "Added exceptions that correspond to HTTP 413\nand HTTP 429 status codes.",
                "# 1.2.0\n\n* HTTP 429 is retried\n\n# 1.1.0\n\n* HTTP 503 is retried\n",
                "    assertEquals(403, response.statusCode());",
                "  expect(response.status).toBe(403);",
                "  return res.status(403).json({ error: 'x' });",
                "    throw new HttpError(403, \"Forbidden\");",
                "    if (response.status === 404) {",
                "    raise HTTPException(status_code=404, detail=\"Not found\")",
                "mock.onGet('/users').reply(403, {})",
                "@ApiResponse(responseCode = \"404\", description = \"Not Found\")",
                "  // 404 Not Found: the user is gone",
                "You will get the `The remote server returned an error: (404) Not Found.` error if the id is wrong.",
                "If the flow doesn't exist, you will get the error: Resource 'abc' does not exist in environment x",
                "The API returns 403 Forbidden if the caller has no role.",
                "Andernfalls wird der Code 403 Forbidden zurückgegeben.",
                "В противном случае возвращается код 403 Forbidden.",
                "The request will fail with HTTP 400 Bad Request.",
                "GET " + URL + " will return 403 Forbidden without the feature",
                "The sync sporadically fails with HTTP 429 \"Too Many Requests\".",
                "Common failure patterns\n401 Unauthorized\nWhat it usually means\n- the token is missing\n400 Bad Request\n",
                "|Exception|Error code|Mitigation|\n|--|--|--|\n|X|AADSTS65001: The user hasn't consented.|Get consent|\n",
                "| Error | Likely cause |\n|---|---|\n| `AADSTS7000215: Invalid client secret` | the id was taken |\n",
                "| エラー | 原因 |\n|---|---|\n| `AADSTS7000215: Invalid client secret` | x |\n",
                """
                full_user = {
                  "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
                  "id": "1",
                  "userName": "a",
                  "meta": {"resourceType": "User"}
                }
                """,
                "### Error: \"AADSTS700016: Application not found\"\n\nThe id is wrong.\n",
                "**\"AADSTS700016: Application with identifier '{client-id}' was not found\"**\n\n- Verify it\n",
                "**Symptoms:**\n- HTTP 403 Forbidden response\n\n**Causes:**\n- The role is missing\n",
                "| Error | Causa | Solución |\n|---|---|---|\n| `AADSTS7000215: Invalid client secret` | x | y |\n",
                "Log container menampilkan HTTP 403 Forbidden atau timeout",
                "It has to stand before it: `Tunnel connection failed: 407 ...`",
                "| 0, HTTP 400 | `400 No required SSL certificate was sent` | [step 2](#2-look) |",
                """
                def conflict():
                    return JSONResponse(
                        status_code=409,
                        content={
                            "schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"],
                            "status": "409",
                        },
                    )
                """,
                """
                    if "Tunnel connection failed: 407 Proxy Authentication Required" in exception:
                        raise OSError(text)
                    else:
                        raise RuntimeError(text)
                """,
                """
                  a: structured('failed', {
                    httpStatus: 403, code: 'Authorization_RequestDenied', error: 'x',
                  }),
                  b: structured('failed', {
                    httpStatus: 403, code: 'Error_AccessDenied', error: 'x',
                  }),
                """,
                "404 \u2588\u2588\u2588\u2588\u2588\u2588 12%",
                "  403 Forbidden  ######## 8",
                "+-----------+\n| Error 404 |\n+-----------+",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>Error 404</text></svg>",
                "sequenceDiagram\n  A->>B: GET /users\n  B-->>A: 403 Forbidden\n",
                "# Probe\n\n```mermaid\nflowchart\n```\n\n```\nHTTP/1.1 400 Bad Request\n```\n",
                "There is a scenario of **Server Error: 502 - Web server received an invalid response** that is not covered",
                "GetOdataError output: error messages now show \"HTTP 403 Authorization_RequestDenied: ...\"",
                "const Microsoft.Identity.Client.MsalError.RequestTimeout = \"request_timeout\" -> string",
                "class SchemaURI(object):\n    ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error'\n",
                "package op\n\nimport (\n\t\"testing\"\n)\n\nfunc TestX(t *testing.T) {\n\ttests := []x{\n\t\t{\n\t\t\t"
                        + "body: `{\"error\":\"invalid_request\",\"error_description\":\"AADSTS900144: x\"}`,\n\t\t},\n\t}\n"
                        + "\tfor _, tt := range tests {\n\t\tt.Run(tt.name, func(t *testing.T) {\n\t\t\trun(t)\n\t\t})\n\t}\n}\n",
                "Known Issues and Limitations\n\nYou may receive one of the following errors:\n\n"
                        + "\"code\": \"Authorization_RequestDenied\"\n\"message\": \"Insufficient privileges\"",
                "# x get\n\n## Usage\n\n```sh\nx get [id]\n```\n\n## Examples\n\n```sh\nx get 1\nHTTP 404 Not Found\n```\n"
            })
    void what_describes_an_answer_is_none(String text) {
        assertThat(Reading.of(text).captured()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    throw new AxiosError(\n    ^\n\nAxiosError: Request failed with status code 403",
                "HttpClientErrorException$Forbidden: 403 Forbidden: [no body]; nested exception is x",
                "update of a user failed: PATCH " + URL + "/5 returned 409 Conflict",
                "Error: HTTP 403 Forbidden",
                "### Error: AADSTS700016: Application not found. Trace ID: d3c12922-b66d-48d6-ba07-0376259cf1ff",
                "Invoke-RestMethod : Der Remoteserver hat einen Fehler zurückgegeben: (403) Unzulässig.",
                "Error: 403",
                "HTTP Error 403: Forbidden",
                "updated 3 users, then GET " + URL + " -> 429 Too Many Requests",
                "WARN 1: GET " + URL + " returned 503, will retry in 2 s",
                "=== GET " + URL + ": 403 Forbidden ===",
                "| Time | Error | Cause |\n|---|---|---|\n| 09:14 | GET " + URL + " -> 403 Forbidden | unknown |",
                "| GET " + URL + " | 403 Forbidden | 12 ms |"
            })
    void what_a_client_printed_is_an_answer(String text) {
        assertThat(Reading.of(text).captured()).isNotEmpty();
    }
}
