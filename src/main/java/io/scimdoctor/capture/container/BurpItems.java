package io.scimdoctor.capture.container;

import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What Burp saves of its items: XML with both messages, as a rule in base64. */
public final class BurpItems implements Form<Printed> {
    private static final String ITEM = "<item>";

    @Override
    public boolean matches(Printed text) {
        return text.text().startsWith("<") && text.text().contains("<items burpVersion");
    }

    @Override
    public void read(Printed text, Intake intake) throws IOException {
        String xml = text.text();
        for (int at = xml.indexOf(ITEM); at >= 0; ) {
            int next = xml.indexOf(ITEM, at + 1);
            String item = xml.substring(at, next < 0 ? xml.length() : next);
            Draft draft = RawMessages.of(bytes(item, "request"), bytes(item, "response"));
            String url = value(item, "url");
            draft.url = url.isEmpty() ? draft.url : url;
            draft.status = draft.status == Draft.UNKNOWN ? Texts.leadingStatus(value(item, "status")) : draft.status;
            intake.exchange(draft);
            at = next;
        }
    }

    private static byte[] bytes(String item, String element) {
        String value = value(item, element);
        int start = item.indexOf("<" + element);
        boolean encoded = start >= 0 && item.startsWith("<" + element + " base64=\"true\"", start);
        if (!encoded) {
            return value.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getMimeDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** The content of an element, without the brackets of a CDATA section. */
    private static String value(String item, String element) {
        int start = item.indexOf("<" + element);
        int open = start < 0 ? -1 : item.indexOf('>', start);
        int end = open < 0 ? -1 : item.indexOf("</" + element + ">", open);
        if (end < 0) {
            return "";
        }
        String value = item.substring(open + 1, end).strip();
        boolean wrapped = value.startsWith("<![CDATA[") && value.endsWith("]]>");
        return wrapped ? value.substring(9, value.length() - 3) : value;
    }
}
