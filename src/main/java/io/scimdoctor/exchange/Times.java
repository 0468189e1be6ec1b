package io.scimdoctor.exchange;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the time stamps of captures by hand: a DateTimeFormatter costs more than the rest of one answer. */
public final class Times {
    private static final int SECONDS = 19;
    private static final int TENTH = 100_000_000;
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private Times() {}

    /** An RFC 3339 time, an HTTP date, or the portal's {@code 5/2/2026, 8:11:04.123 AM}; null for anything else. */
    public static @Nullable Instant parse(@Nullable String text) {
        if (text == null || text.length() < 10 || text.length() > 60) {
            return null;
        }
        String time = text.trim();
        byte[] in = time.getBytes(StandardCharsets.ISO_8859_1);
        try {
            if (time.length() > 10 && time.charAt(4) == '-') {
                return rfc3339(in, 0, in.length);
            }
            if (time.indexOf(',') == 3) {
                int month = MONTHS.indexOf(time.substring(8, 11)) / 3 + 1;
                return at(LocalDate.of(number(in, 12, 4), month, number(in, 5, 2)), in, 17);
            }
            return time.indexOf('/') > 0 && Character.isDigit(time.charAt(0))
                    ? LocalDateTime.parse(time, Portal.FORMAT).toInstant(ZoneOffset.UTC)
                    : null;
        } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException e) {
            return null;
        }
    }

    /** The same for a text in bytes; what most logs write, {@code 2026-05-02T08:11:04.123Z}, needs no text for it. */
    public static @Nullable Instant parse(byte[] in, int from, int to) {
        if (to - from <= SECONDS || in[from + 4] != '-' || in[to - 1] != 'Z') {
            return parse(new String(in, from, to - from, StandardCharsets.ISO_8859_1));
        }
        try {
            return rfc3339(in, from, to);
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    /** The second of a time as {@link Instant#toString} shows it, whose formatter takes a cold start two milliseconds. */
    public static String shown(Instant time) {
        long at = time.getEpochSecond();
        return LocalDateTime.ofEpochSecond(at, 0, ZoneOffset.UTC) + (at % 60 == 0 ? ":00Z" : "Z");
    }

    private static Instant rfc3339(byte[] in, int from, int to) {
        LocalDate day = LocalDate.of(number(in, from, 4), number(in, from + 5, 2), number(in, from + 8, 2));
        Instant second = at(day, in, from + 11);
        int nanos = 0;
        int end = from + SECONDS;
        if (end < to && in[end] == '.') {
            end++;
            for (int unit = TENTH; end < to && in[end] >= '0' && in[end] <= '9'; unit /= 10) {
                nanos += unit * (in[end++] - '0');
            }
        }
        boolean utc = end == to || (end == to - 1 && in[end] == 'Z');
        String zone = utc ? "" : new String(in, end, to - end, StandardCharsets.ISO_8859_1).trim();
        int offset = utc || zone.equals("UTC")
                ? 0
                : ZoneOffset.of(zone.toUpperCase(Locale.ROOT)).getTotalSeconds();
        return Instant.ofEpochSecond(second.getEpochSecond() - offset, nanos);
    }

    /** The second of a day whose hour, minute and second stand behind one another. */
    private static Instant at(LocalDate day, byte[] in, int clock) {
        int seconds = number(in, clock, 2) * 3600 + number(in, clock + 3, 2) * 60 + number(in, clock + 6, 2);
        return Instant.ofEpochSecond(day.toEpochDay() * 86_400 + seconds);
    }

    private static int number(byte[] in, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            if (in[i] < '0' || in[i] > '9') {
                throw new NumberFormatException();
            }
            number = number * 10 + in[i] - '0';
        }
        return number;
    }

    /** Loaded only for what was copied out of the portal. */
    private static final class Portal {
        static final DateTimeFormatter FORMAT =
                DateTimeFormatter.ofPattern("M/d/u[,] [h:mm:ss[.SSS][ ]a][H:mm:ss[.SSS]]", Locale.US);
    }
}
