package io.scimdoctor.capture.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.Hints;
import io.scimdoctor.capture.reader.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands within another answer, a report, or a text about no call. */
final class QuotedAnswerTest {
    private static final String DENIED =
            "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"Insufficient privileges to complete the operation.\"}}";
    private static final String ESCAPED = DENIED.replace("\"", "\\\"");

    /** A gateway, a store of secrets and a service of one's own hand on what they were told. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                Error making API request.

                URL: GET https://vault.example.org:8200/v1/azure/creds/x
                Code: 500. Errors:

                * 1 error occurred:
                \t* graphrbac.ApplicationsClient#Create: Failure responding to request: StatusCode=403 -- Original Error: DENIED
                """,
                "HTTP/1.1 500 Internal Server Error\nServer: nginx\n\n{\"error\":\"Request failed\",\"details\":DENIED}",
                "HTTP/1.1 502 Bad Gateway\nServer: nginx\n\n{\"timestamp\":1796008511,\"status\":502,\"message\":\"403: ESCAPED\",\"path\":\"/api/users\"}",
                "{\"level\":\"error\",\"status\":500,\"path\":\"/api/users\",\"message\":\"call failed: 403 ESCAPED\"}",
                "10:00:00.123 ERROR GET https://hr.example.org/api/7 failed with 500: {\"error\":\"403 Forbidden: ESCAPED\"}"
            })
    void what_a_server_in_between_quotes_decides_and_counts_once(String text) {
        Reading reading = Reading.of(text.replace("DENIED", DENIED).replace("ESCAPED", ESCAPED));

        assertThat(reading.line()).isEqualTo("null null 403 " + DENIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET https://hr.example.org/api/7 -> 500\nGET https://graph.microsoft.com/rp/scim/users -> 403\n",
                "- GET https://hr.example.org/api/7 -> 500\n- GET https://graph.microsoft.com/rp/scim/users -> 403\n",
                "10:00:00.1 ERROR GET https://hr.example.org/api/7 failed with 500\n10:00:00.2 ERROR GET https://graph.microsoft.com/rp/scim/users failed with 403\n"
            })
    void a_failure_of_another_server_beside_one_of_the_service_is_a_call_of_its_own(String text) {
        assertThat(Reading.of(text).captured()).hasSize(2);
    }

    @Test
    void a_bare_path_is_on_one_of_several_servers_of_other_products() {
        String calls = """
                {"method":"GET","url":"https://a.example.org/scim/v2/Users/1","status":404}
                {"method":"GET","url":"https://b.example.org/scim/v2/Users/2","status":404}
                """;

        assertThat(Reading.of(calls + "{\"method\":\"GET\",\"url\":\"/Users/3\",\"status\":404}\n")
                        .lines())
                .last()
                .asString()
                .startsWith("3 GET https://unknown.invalid/Users/3 404");
        assertThat(Reading.of(calls
                                + "{\"method\":\"GET\",\"url\":\"https://graph.microsoft.com/rp/scim/users\",\"status\":200}\n"
                                + "{\"method\":\"GET\",\"url\":\"/Users/3\",\"status\":404}\n")
                        .lines())
                .last()
                .asString()
                .startsWith("4 GET /Users/3 404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FAIL  The application lacks a permission for this call  [permission-missing]\nWho   Application owner\n\n  GET /rp/scim/users/42  HTTP 403  InsufficientPrivileges\n",
                "2 answers, 2 failures, 2 kinds  in logs/\n✗  a.txt:1  404 GET /rp/scim/users/42  object-not-found\n",
                "FAIL  2 answers, 2 failures, 2 kinds\n\n✗ It does not exist [object-not-found]\n  GET /rp/scim/users/42  HTTP 404\n",
                "fail throttled 429 caller certain: The rate is limited; GET /rp/scim/users HTTP 429 TooManyRequests; a.txt:1\n",
                "SIMULATED fail throttled: The service limits the rate of calls (caller)\n",
                "## FAIL: The client secret is wrong\n\n### Finding (`AADSTS7000215`)\n\n- AADSTS7000215: Invalid client secret provided.\n",
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n<title>FAIL: It lacks a permission</title>\n</head><body>HTTP 403 Forbidden</body></html>",
                "throttled  The service limits the rate of calls.\nSeen as   HTTP 429, TooManyRequests, fail, certain\n"
            })
    void a_report_of_its_own_is_no_answer(String report) {
        Reading reading = Reading.of(report);

        assertThat(reading.captured()).isEmpty();
        assertThat(reading.unreadable().get(0).reason()).startsWith("This is a report of scimdoctor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FAIL  src/sync.test.ts\n  ● reads users\n    HTTPError: 403 Client Error: Forbidden for url: https://graph.microsoft.com/rp/scim/users\n",
                "I ran it:\nHTTP/1.1 403 Forbidden\n\nFAIL  The application lacks a permission  [permission-missing]\n"
            })
    void a_text_that_only_looks_like_a_report_or_holds_one_is_read(String text) {
        assertThat(Reading.of(text).captured()).hasSize(1);
    }

    @Test
    void a_client_that_is_not_signed_in_has_called_nothing() {
        Reading reading = Reading.of("Get-MgUser : Authentication needed. Please call Connect-MgGraph.\n");

        assertThat(reading.captured()).isEmpty();
        assertThat(reading.unreadable().get(0).reason()).contains("run Connect-MgGraph");
    }

    /** Each names statuses and errors without quoting an answer. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            defmodule S do~  def get(id) do~    case Req.get(url) do~      {:ok, %{status: 403}} -> {:error, 1}~    end~  end~end    | source code
            ~#!/bin/sh~if [ "$code" -eq 403 ]; then~  echo "403 Forbidden: check" >&2~  exit 1~elif [ "$code" -eq 429 ]; then~  sleep 9~fi | source code
            param([string]$Id)~$Url = "https://graph.microsoft.com/rp/scim/Users"~try {~  Get-It~} catch {~  if ($s -eq 403) {~    Write-Error "403 Forbidden - no"~  }~  throw~} | source code
            on:~  push:~jobs:~  a:~    env:~      EXPECT_STATUS: 200~    steps:~    - run: echo "403 or 429" | configuration file
            services:~  a:~    environment:~      RETRY_STATUS: "429,503"~      OK_STATUS: 200 | configuration file
            @echo off~setlocal~set /p CODE=<code.txt~if "%CODE%"=="403" (~  echo 403 Forbidden~  exit /b 1~) | source code
            scim.base=https://h.example/scim~scim.retry.status=429~scim.expect.status=200~ | settings
            terraform {~}~resource "azuread_application" "a" {~  id = "1" # 403 without it~} | Terraform
            {"openapi":"3.0.3","paths":{"/Users":{"get":{"responses":{"403":{"example":{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"403","detail":"x"}}}}}}} | OpenAPI
            A screenshot of a window, it says error 403 forbidden near the bottom | mentions 403
            %PDF-1.7~1 0 obj | PDF
            """)
    void what_only_mentions_errors_is_named(String text, String kind) {
        Reading reading = Reading.of(text.replace('~', '\n'));

        assertThat(reading.captured()).isEmpty();
        assertThat(reading.unreadable().get(0).reason()).contains(kind);
    }

    @Test
    void a_picture_is_named() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n', 0, 0, 0, 13};

        assertThat(Reading.of(picture, Hints.NONE).unreadable().get(0).reason()).contains("image");
    }
}
