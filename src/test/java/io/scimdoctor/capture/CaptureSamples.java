package io.scimdoctor.capture;

import java.util.LinkedHashMap;
import java.util.Map;

/** One realistic capture of each text form, all of the same refused call. */
final class CaptureSamples {
    static final String URL = "https://graph.microsoft.com/rp/scim/users?count=1";
    static final String BODY = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],"
            + "\"detail\":\"HTTP Accept header for application/json is missing\",\"status\":\"400\"}";
    static final String GRAPH =
            "{\"error\":{\"code\":\"InvalidAuthenticationToken\",\"message\":\"Access token has expired.\"}}";

    static final String CURL_I = "HTTP/2 400 \r\ncontent-type: application/scim+json\r\nrequest-id: r-1\r\n"
            + "date: Sat, 02 May 2026 08:11:04 GMT\r\n\r\n" + BODY;

    static final String CURL_V = """
            $ curl -v 'https://graph.microsoft.com/rp/scim/users?count=1' -H 'Accept: */*'
            * Host graph.microsoft.com:443 was resolved.
            *   Trying 20.190.160.20:443...
              % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current
                                             Dload  Upload   Total   Spent    Left  Speed
              0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0
            * Connected to graph.microsoft.com (20.190.160.20) port 443
            > GET /rp/scim/users?count=1 HTTP/2
            > Host: graph.microsoft.com
            > user-agent: curl/8.5.0
            > accept: */*
            >\s
            { [5 bytes data]
            < HTTP/2 400\s
            < content-type: application/scim+json
            < request-id: r-1
            < date: Sat, 02 May 2026 08:11:04 GMT
            <\s
            { [168 bytes data]
            """ + BODY + "* Connection #0 to host graph.microsoft.com left intact\n";

    static final String CURL_W =
            BODY + "\nhttp_code: 400\ntime_total: 0.213\nurl_effective: " + URL + "\nmethod: GET\n";

    static final String HTTPIE = "$ https GET 'graph.microsoft.com/rp/scim/users?count=1' Accept:text/plain\n"
            + "HTTP/1.1 400 Bad Request\nContent-Type: application/scim+json\nrequest-id: r-1\n\n" + BODY + "\n";

    static final String RAW = "GET /rp/scim/users?count=1 HTTP/1.1\nHost: graph.microsoft.com\nAccept: */*\n\n"
            + "HTTP/1.1 400 Bad Request\nrequest-id: r-1\n\n" + BODY;

    static final String POWERSHELL_5 = """
            PS C:\\work> Invoke-RestMethod -Uri "https://graph.microsoft.com/rp/scim/users?count=1" -Headers @{ Accept = "*/*" }
            Invoke-RestMethod : The remote server returned an error: (400) Bad Request.
            At line:1 char:1
            + Invoke-RestMethod -Uri "https://graph.microsoft.com/rp/scim/users?co ...
            + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                + CategoryInfo          : InvalidOperation: (System.Net.HttpWebRequest:HttpWebRequest) [Invoke-RestMethod], We
               bException
                + FullyQualifiedErrorId : WebCmdletWebResponseException,Microsoft.PowerShell.Commands.InvokeRestMethodCommand
            """ + BODY.replace("Accept header", "Accept\n header") + "\n";

    static final String POWERSHELL_7 = """
            Invoke-RestMethod:\s
            Line |
               1 |  Invoke-RestMethod -Uri 'https://graph.microsoft.com/rp/scim/users?count=1' -Method Get
                 |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                 | %s
            Response status code does not indicate success: 400 (Bad Request).
            """.formatted(BODY);

    static final String POSTMAN = "GET " + URL + "\n400 Bad Request\n123 ms\nRequest Headers\nAccept: \"*/*\"\n"
            + "Response Headers\nrequest-id: \"r-1\"\nContent-Type: \"application/scim+json\"\nResponse Body\n" + BODY
            + "\n";

    static final String HAR = "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"x\"},\"pages\":[],\"entries\":["
            + entry(400) + ",\n" + entry(401) + "]}}";

    static final String CSV =
            "TimeGenerated [UTC],RequestId,ClientRequestId,RequestMethod,RequestUri,ResponseStatusCode,AppId\n"
                    + "\"5/2/2026, 8:11:04.500 AM\",r-1,c-1,GET," + URL + ",400,\"a \"\"b\"\",\nc\"\n"
                    + "2026-05-02T08:11:05Z,r-2,c-2,DELETE,https://graph.microsoft.com/rp/scim/users/1,204,\n";

    private CaptureSamples() {}

    static String entry(int status) {
        return "{\"startedDateTime\":\"2026-05-02T10:11:04.000+02:00\",\"time\":12,\"request\":{\"method\":\"GET\",\"url\":\""
                + URL
                + "\",\"headers\":[{\"name\":\":authority\",\"value\":\"x\"},{\"name\":\"Accept\",\"value\":\"*/*\"}]},"
                + "\"response\":{\"status\":" + status + ",\"headers\":[{\"name\":\"request-id\",\"value\":\"r-1\"}],"
                + "\"content\":{\"size\":2,\"mimeType\":\"application/json\",\"text\":\"{}\"}},\"_fromCache\":null}";
    }

    static Map<String, String> all() {
        Map<String, String> samples = new LinkedHashMap<>();
        samples.put("body", BODY);
        samples.put("graph", GRAPH);
        samples.put("curl -i", CURL_I);
        samples.put("curl -v", CURL_V);
        samples.put("curl -w", CURL_W);
        samples.put("httpie", HTTPIE);
        samples.put("raw", RAW);
        samples.put("powershell 5", POWERSHELL_5);
        samples.put("powershell 7", POWERSHELL_7);
        samples.put("postman", POSTMAN);
        samples.put("har", HAR);
        samples.put("csv", CSV);
        samples.put(
                "ndjson",
                "{\"status\":400,\"body\":{\"a\":1}}\n{\"status\":\"401\",\"headers\":{\"a\":[\"b\",\"c\"]}}\n");
        samples.put("array", "[{\"ResponseStatusCode\":400,\"RequestUri\":\"/x\"}]");
        samples.put("run", "{\"schemaVersion\":\"1.0\",\"kind\":\"CheckReport\",\"requests\":[{\"status\":400}]}");
        samples.put("trace", "requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: " + URL);
        samples.put("fault", "curl: (6) Could not resolve host: graph.microsoft.com");
        return samples;
    }
}
