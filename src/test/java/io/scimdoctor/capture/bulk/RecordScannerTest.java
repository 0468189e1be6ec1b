package io.scimdoctor.capture.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.source.ByteSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A record of a form that is known has to be read as one of which nothing is known. */
final class RecordScannerTest {
    private static final int RECORDS = 40_000;
    private static final String[] FORMS = {
        "{'startedAt':$,'request':{'method':$,'url':$,'headers':{'Accept':$},'body':null},'status':#,"
                + "'headers':{'Date':$,'Server':$},'body':@}",
        "{'status':#,'body':@,'n':[#,$,true,{'a':#}],'x':-1.5}",
        "{'request':{'method':$,'url':$,'headers':[{'name':$,'value':$}]},'response':{'status':#,'headers':[],"
                + "'content':{'text':@}}}",
        "{ 'TimeGenerated' : $ , 'ResponseStatusCode' : # , 'RequestUri' : $ }",
        "{'method':$,'body':{'schemas':[$],'active':true},'status':#}",
    };
    private static final String[] PIECES = {
        "a",
        "0",
        "-",
        " ",
        "/users",
        "\\\"",
        "\\\\",
        "\\u00e9",
        "\\n",
        "detail",
        "schemas",
        "\\\"schemas\\\":[\\\"urn:ietf:params:scim:",
        "é",
    };
    private static final String PLAIN = "{\\\"schemas\\\":[\\\"urn:ietf:params:scim:schemas:core:2.0:User\\\"],";

    private final Random chance = new Random(11);

    @Test
    void a_record_of_a_known_form_is_read_as_any_other() {
        RecordScanner knowing = scanner(new RecordPatterns(Slots.COUNT));
        int accepted = 0;
        for (int i = 0; i < RECORDS; i++) {
            String record = record(FORMS[i / 100 % FORMS.length]);
            if (i % 3 == 0) {
                record = damaged(record);
            }
            byte[] bytes = Arrays.copyOf((record + "\n").getBytes(StandardCharsets.UTF_8), record.length() * 2 + 16);
            int to = record.getBytes(StandardCharsets.UTF_8).length + 1;

            List<Object> expected = scan(scanner(null), bytes, to);
            List<Object> actual = scan(knowing, bytes, to);

            assertThat(actual).as(record).isEqualTo(expected);
            accepted += (int) expected.get(0) >= 0 ? 1 : 0;
        }
        assertThat(accepted).isBetween(RECORDS / 2, RECORDS - 1);
    }

    @Test
    void a_form_that_is_known_is_used() {
        RecordPatterns patterns = new RecordPatterns(Slots.COUNT);
        RecordScanner scanner = scanner(patterns);
        byte[] first = bytes("{'status':200,'body':'one'}");
        byte[] second = bytes("{'status':4040,'body':null}");
        byte[] other = bytes("{'status':404,'bode':null}");

        scanner.scan(first, 0, first.length - ByteSource.PADDING);
        RecordPattern none = patterns.matched();
        scanner.scan(other, 0, other.length - ByteSource.PADDING);
        assertThat(patterns.matched()).isSameAs(none);
        scanner.scan(second, 0, second.length - ByteSource.PADDING);
        assertThat(patterns.matched()).isNotSameAs(none);
    }

    private static RecordScanner scanner(@Nullable RecordPatterns patterns) {
        return new RecordScanner(Slots.keys(), Slots.COUNT, true, patterns);
    }

    private static List<Object> scan(RecordScanner scanner, byte[] bytes, int to) {
        int behind = scanner.scan(bytes, 0, to);
        List<Object> seen = new ArrayList<>(List.of(behind));
        if (behind >= 0) {
            seen.addAll(List.of(scanner.isDoubtful(), scanner.isInexact()));
            for (int slot = 0; slot < Slots.COUNT; slot++) {
                seen.add(slot + " " + (scanner.has(slot) ? scanner.start(slot) + "-" + scanner.end(slot) : ""));
            }
            boolean text = scanner.isString(Slots.BODY) || scanner.isString(Slots.CONTENT_TEXT);
            seen.add(text && scanner.isPlainBody());
        }
        return seen;
    }

    private String record(String form) {
        StringBuilder record = new StringBuilder();
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            switch (c) {
                case '$' -> record.append('"').append(text(chance.nextInt(4))).append('"');
                case '#' -> record.append(chance.nextInt(3) == 0 ? "200" : "" + chance.nextInt(2_000));
                case '@' -> record.append(body());
                case '\'' -> record.append('"');
                default -> record.append(c);
            }
        }
        return record.toString();
    }

    private String body() {
        return switch (chance.nextInt(5)) {
            case 0 -> "null";
            case 1 -> "\"\"";
            case 2 -> "\"" + text(10) + "\"";
            default -> "\"" + PLAIN + text(chance.nextInt(20)) + "}\"";
        };
    }

    private String text(int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[chance.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /** With one character taken out, put in twice or made another. */
    private String damaged(String record) {
        int at = chance.nextInt(record.length());
        String middle = switch (chance.nextInt(4)) {
            case 0 -> "";
            case 1 -> record.charAt(at) + "" + record.charAt(at);
            case 2 -> "\"";
            default -> "\\";
        };
        return record.substring(0, at) + middle + record.substring(at + 1);
    }

    private static byte[] bytes(String record) {
        byte[] bytes = (record.replace('\'', '"') + "\n").getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, bytes.length + ByteSource.PADDING);
    }
}
