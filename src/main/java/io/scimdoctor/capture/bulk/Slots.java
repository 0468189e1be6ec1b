package io.scimdoctor.capture.bulk;

import io.scimdoctor.capture.Records;

/** The values that a glance at a record needs, and the keys under which the known forms hold them. */
final class Slots {
    static final int STATUS = 0;
    static final int STATUS_CODE = 1;
    static final int STARTED_AT = 2;
    static final int STARTED_DATE_TIME = 3;
    static final int HEADERS = 4;
    static final int BODY = 5;
    static final int METHOD = 6;
    static final int URL = 7;
    static final int REQUEST = 8;
    static final int REQUEST_METHOD = 9;
    static final int REQUEST_URL = 10;
    static final int REQUEST_HEADERS = 11;
    static final int REQUEST_BODY = 12;
    static final int POST_DATA = 13;
    static final int RESPONSE = 14;
    static final int RESPONSE_STATUS = 15;
    static final int RESPONSE_STATUS_CODE = 16;
    static final int RESPONSE_HEADERS = 17;
    static final int RESPONSE_BODY = 18;
    static final int CONTENT = 19;
    static final int CONTENT_TEXT = 20;
    static final int CONTENT_ENCODING = 21;
    static final int PROPERTIES = 22;
    static final int CATEGORY = 23;
    /** Keys of forms that are left to the slower reader. */
    static final int OTHER_FORM = 24;
    /** Keys that make an object look like the body of an answer, except {@link #ERROR}. */
    static final int DOCUMENT = 25;

    static final int ERROR = 26;
    /** From here on the columns of a row of the activity log, and then the same ones inside its properties. */
    static final int ROW = 27;

    static final int ROW_STATUS = 0;
    static final int ROW_METHOD = 1;
    static final int ROW_URL = 2;
    static final int ROW_REQUEST_ID = 3;
    static final int ROW_CLIENT_REQUEST_ID = 4;
    static final int ROW_TIME_GENERATED = 5;
    static final int ROW_TIME = 6;
    static final int ROW_APPLICATION = 7;
    static final int ROW_TENANT = 8;
    static final int ROW_WORKSPACE = 9;
    static final int ROW_COLUMNS = 10;

    /** From here on the fields that {@link HeaderGlance} looks for, when the answer's fields are an object. */
    static final int FIELDS = ROW + 2 * ROW_COLUMNS;

    static final int COUNT = FIELDS + HeaderGlance.COUNT;

    private Slots() {}

    /** All keys of the forms that {@link Records} knows. */
    static KeyTree keys() {
        KeyTree request = new KeyTree()
                .add("method", REQUEST_METHOD)
                .add("url", REQUEST_URL)
                .add("headers", REQUEST_HEADERS)
                .add("body", REQUEST_BODY)
                .add("postData", POST_DATA);
        KeyTree content = new KeyTree().addBody("text", CONTENT_TEXT).add("encoding", CONTENT_ENCODING);
        KeyTree response = new KeyTree()
                .add("status", RESPONSE_STATUS)
                .add("statusCode", RESPONSE_STATUS_CODE)
                .add("headers", RESPONSE_HEADERS, HeaderGlance.names(FIELDS))
                .addBody("body", RESPONSE_BODY)
                .add("content", CONTENT, content);
        KeyTree top = new KeyTree()
                .add("status", STATUS)
                .add("statusCode", STATUS_CODE)
                .add("startedAt", STARTED_AT)
                .add("startedDateTime", STARTED_DATE_TIME)
                .add("headers", HEADERS, HeaderGlance.names(FIELDS))
                .addBody("body", BODY)
                .add("method", METHOD)
                .add("url", URL)
                .add("request", REQUEST, request)
                .add("response", RESPONSE, response)
                .add("category", CATEGORY)
                .add("properties", PROPERTIES, columns(new KeyTree(), ROW + ROW_COLUMNS))
                .add("exchange", OTHER_FORM)
                .add("content", OTHER_FORM)
                .add("schemaVersion", OTHER_FORM)
                .add("error", ERROR);
        for (String name : new String[] {"schemas", "odata.error", "error_description", "detail", "title", "message"}) {
            top.add(name, DOCUMENT);
        }
        return columns(top, ROW);
    }

    private static KeyTree columns(KeyTree keys, int from) {
        return keys.add("ResponseStatusCode", from + ROW_STATUS)
                .add("RequestMethod", from + ROW_METHOD)
                .add("RequestUri", from + ROW_URL)
                .add("RequestId", from + ROW_REQUEST_ID)
                .add("ClientRequestId", from + ROW_CLIENT_REQUEST_ID)
                .add("TimeGenerated", from + ROW_TIME_GENERATED)
                .add("TimeGenerated [UTC]", from + ROW_TIME_GENERATED)
                .add("Time", from + ROW_TIME)
                .add("AppId", from + ROW_APPLICATION)
                .add("AadTenantId", from + ROW_TENANT)
                .add("TenantId", from + ROW_WORKSPACE);
    }
}
