package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.record.RecordValues;

/** Takes off what {@code curl -w} printed behind a body: a bare status code, or lines of names and values. */
final class WriteOut {
    private static final String[] STATUS_KEYS = {
        "httpstatus",
        "http_code",
        "http_status",
        "http status",
        "response_code",
        "status_code",
        "statuscode",
        "status",
        "http code",
        "code",
        "http"
    };

    private WriteOut() {}

    /** Moves a status at the end of the body to where it belongs; a status that is known already must agree. */
    static boolean strip(Draft draft) {
        String body = Texts.trimEnd(draft.body);
        boolean found = false;
        while (!body.isEmpty()) {
            int start = body.lastIndexOf('\n') + 1;
            String line = body.substring(start).trim();
            int status = status(line);
            if (status != Draft.UNKNOWN && agrees(draft, status)) {
                draft.status = status;
                found = true;
            } else if (!isVariable(line, draft)) {
                break;
            }
            body = Texts.trimEnd(body.substring(0, start));
            draft.body = body;
        }
        return glued(draft, body) || found;
    }

    private static boolean agrees(Draft draft, int status) {
        return draft.status == Draft.UNKNOWN || draft.status == status;
    }

    /** The status of a line that holds nothing else, such as {@code 400}, {@code http_code: 400}. */
    private static int status(String line) {
        if (line.length() == 3) {
            return Texts.leadingStatus(line);
        }
        String lower = Texts.lower(line);
        for (String key : STATUS_KEYS) {
            if (lower.startsWith(key) && lower.length() <= key.length() + 8) {
                String rest = lower.substring(key.length()).trim();
                rest = rest.startsWith(":") || rest.startsWith("=")
                        ? rest.substring(1).trim()
                        : rest;
                return rest.length() == 3 ? Texts.leadingStatus(rest) : Draft.UNKNOWN;
            }
        }
        return Draft.UNKNOWN;
    }

    /** Another of curl's variables, such as {@code time_total: 0.21}. */
    private static boolean isVariable(String line, Draft draft) {
        int end = 0;
        while (end < line.length() && (Character.isLetter(line.charAt(end)) || line.charAt(end) == '_')) {
            end++;
        }
        String rest = line.substring(end).trim();
        if (end == 0 || rest.length() < 2 || (rest.charAt(0) != ':' && rest.charAt(0) != '=')) {
            return false;
        }
        String name = Texts.lower(line.substring(0, end));
        String value = rest.substring(1).trim();
        return switch (name) {
            case "url", "url_effective" -> {
                draft.url = draft.url == null ? value : draft.url;
                yield true;
            }
            case "method" -> {
                draft.method = draft.method == null ? value : draft.method;
                yield true;
            }
            case "content_type" -> {
                if (draft.headers.isEmpty()) {
                    RecordValues.add(draft.headers, "Content-Type", value);
                }
                yield true;
            }
            case "time", "total", "remote_ip", "local_ip", "scheme", "exitcode", "errormsg", "http_version" -> true;
            default ->
                name.startsWith("time_")
                        || name.startsWith("size_")
                        || name.startsWith("num_")
                        || name.startsWith("speed_")
                        || name.startsWith("ssl_")
                        || name.startsWith("remote_")
                        || name.startsWith("redirect_");
        };
    }

    /** {@code …}400} and {@code …}HTTPSTATUS:400}, where nothing parts the body from the status. */
    private static boolean glued(Draft draft, String body) {
        int end = body.length() - 3;
        int status = end < 1 ? Draft.UNKNOWN : Texts.leadingStatus(body.substring(end));
        if (status == Draft.UNKNOWN || !agrees(draft, status)) {
            return false;
        }
        String before = Texts.trimEnd(body.substring(0, end));
        String lower = Texts.lower(before.substring(Math.max(0, before.length() - 20)));
        for (String key : new String[] {"httpstatus:", "http_code:", "http_code=", "status:", "status="}) {
            if (lower.endsWith(key)) {
                draft.body = Texts.trimEnd(before.substring(0, before.length() - key.length()));
                draft.status = status;
                return true;
            }
        }
        if (!before.isEmpty() && "}]>".indexOf(before.charAt(before.length() - 1)) >= 0) {
            draft.body = before;
            draft.status = status;
            return true;
        }
        return false;
    }
}
