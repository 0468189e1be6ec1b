package io.scimdoctor.capture.container;

import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.RecordBody;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Burp saves of its items: XML with both messages, as a rule in base64. */
public final class BurpItems implements Form<Printed> {
    @Override
    public boolean matches(Printed text) {
        return text.text().startsWith("<") && text.text().contains("<items burpVersion");
    }

    @Override
    public void read(Printed text, Intake intake) throws IOException {
        String[] items = text.text().split("<item>");
        for (String item : List.of(items).subList(1, items.length)) {
            Draft draft = RawMessages.of(bytes(item, "request"), bytes(item, "response"));
            Matcher url = element(item, "url");
            Matcher status = element(item, "status");
            draft.url = url != null ? url.group(2) : draft.url;
            draft.status = draft.status == Draft.UNKNOWN && status != null
                    ? Texts.leadingStatus(status.group(2))
                    : draft.status;
            intake.exchange(draft);
        }
    }

    /** An element of an item, and its content without the brackets of a CDATA section; null for none, or an empty one. */
    private static @Nullable Matcher element(String item, String name) {
        String content = "(?=[\\s>])( base64=\"true\")?[^>]{0,200}+>(?:\\s*+<!\\[CDATA\\[)?+(.*?)(?:]]>\\s{0,9}+)?</";
        Matcher element = Pattern.compile("(?s)<" + name + content + name + ">").matcher(item);
        return element.find() && !element.group(2).isEmpty() ? element : null;
    }

    private static byte[] bytes(String item, String name) {
        Matcher element = element(item, name);
        String value = element == null ? "" : element.group(2);
        byte[] decoded = element == null || element.group(1) == null ? null : RecordBody.bytes(value);
        return decoded == null ? value.getBytes(StandardCharsets.UTF_8) : decoded;
    }
}
