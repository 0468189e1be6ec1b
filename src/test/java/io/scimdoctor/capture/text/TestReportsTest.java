package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.reader.Reading;
import org.junit.jupiter.api.Test;

/** What runners of tests report of calls: each once, and what a test expected is no answer. */
final class TestReportsTest {
    private static final String THROTTLED =
            "{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"Too many requests.\","
                    + "\"innerError\":{\"request-id\":\"f5d16422-27ed-41c8-8dce-54d8c1c8b80c\"}}}";

    @Test
    void each_test_of_a_junit_report_is_a_call_of_its_own() {
        Reading reading = Reading.of("""
                <?xml version="1.0" encoding="UTF-8" ?>
                <testsuites name="vitest tests" tests="2" failures="2">
                  <testcase classname="vi.test.js" name="lists users"><failure type="AssertionError">
                AssertionError: BODY: expected 429 to be 200 // Object.is equality
                  </failure></testcase>
                  <testcase classname="vi.test.js" name="lists groups"><failure type="AxiosError">
                AxiosError: Request failed with status code 429
                Serialized Error: { config: { method: 'get', url: 'https://graph.microsoft.com/rp/scim/groups' }, status: 429 }
                  </failure></testcase>
                </testsuites>
                """.replace("BODY", THROTTLED.replace("\"", "&quot;")));

        assertThat(reading.captured()).hasSize(2);
        assertThat(reading.lines().get(0)).doesNotContain("/groups");
        assertThat(reading.lines().get(1)).endsWith("/groups 429 ");
    }

    @Test
    void newman_tells_in_a_junit_report_which_status_came_instead() {
        Reading reading = Reading.of("""
                <testsuites name="Entra SCIM smoke" tests="2">
                  <testsuite name="Get user"><testcase name="Status is 2xx" classname="GetUser">
                      <failure type="AssertionFailure" message="expected response code to be 2XX but found 404">
                        <![CDATA[Error message: expected response code to be 2XX but found 404.]]>
                        <![CDATA[Stacktrace: AssertionError: expected response code to be 2XX but found 404
                   at Object.eval sandbox-script.js:1:2).]]>
                  </failure></testcase></testsuite>
                  <testsuite name="Create user"><testcase name="Status is 2xx" classname="CreateUser">
                      <failure type="AssertionFailure" message="expected response code to be 2XX but found 400">
                        <![CDATA[Stacktrace: AssertionError: expected response code to be 2XX but found 400
                   at Object.eval sandbox-script.js:1:2).]]>
                  </failure></testcase></testsuite>
                </testsuites>
                """);

        assertThat(reading.lines()).containsExactly("1 null null 404 ", "2 null null 400 ");
    }

    @Test
    void vitest_parts_its_tests_by_a_line() {
        Reading reading = Reading.of("""
                 FAIL  t/vi.test.js > Entra SCIM > lists users
                AssertionError: BODY: expected 429 to be 200 // Object.is equality

                ⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯[1/2]⎯

                 FAIL  t/vi.test.js > Entra SCIM > lists groups
                AxiosError: Request failed with status code 429

                ⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯[2/2]⎯
                """.replace("BODY", THROTTLED));

        assertThat(reading.captured()).hasSize(2);
    }

    @Test
    void what_jest_expected_is_no_success() {
        Reading reading = Reading.of("""
                  ● Entra SCIM › gets a user

                    expect(received).toMatchObject(expected)

                    - Expected  - 1
                    + Received  + 1

                      Object {
                    -   "status": 200,
                    +   "status": 404,
                      }

                      4 |  it('lists users',async()=>{expect((await get('/users')).status).toBe(200)});
                    > 5 |  it('gets a user',async()=>{expect(await get('/users/1')).toMatchObject({status:200})});
                """);

        assertThat(reading.lines()).containsExactly("1 null null 404 ");
    }

    @Test
    void pytest_tells_each_failure_again_at_the_end() {
        Reading reading = Reading.of("""
                =================================== FAILURES ===================================
                >       assert r.status_code==200, f'{r.status_code} {r.text}'
                E       AssertionError: 404 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"detail":"Resource '7d1e' does not exist.","status":"404"}
                test_scim.py:8: AssertionError
                _________________________________ test_groups __________________________________
                E           requests.exceptions.HTTPError: 400 Client Error: Bad Request for url: https://graph.microsoft.com/rp/scim/groups?count=0
                =========================== short test summary info ============================
                FAILED test_scim.py::test_get_nobody - AssertionError: 404 {"schemas":["urn:i...
                FAILED test_scim.py::test_groups - requests.exceptions.HTTPError: 400 Client ...
                ========================= 2 failed, 1 passed in 0.85s ==========================
                """);

        assertThat(reading.captured()).hasSize(2);
    }
}
