package io.scimdoctor.capture.text;

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
    private static final String USUAL = "0000-00-00T00:00:00";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private Times() {}

    /** An RFC 3339 time, an HTTP date, or the portal's {@code 5/2/2026, 8:11:04.123 AM}; null for anything else. */
    public static @Nullable Instant parse(@Nullable String text) {
        if (text == null || text.length() < 10 || text.length() > 60) {
            return null;
        }
        String time = text.trim();
        try {
            if (time.length() > 10 && time.charAt(4) == '-') {
                return rfc3339(time);
            }
            int comma = time.indexOf(',');
            if (comma == 3) {
                return httpDate(time);
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
        int fraction = to - from - USUAL.length() - 1;
        boolean usual = fraction >= 0 && fraction <= 10 && in[to - 1] == 'Z' && isUsual(in, from, fraction);
        int day = usual ? number(in, from + 8, 2) : 0;
        if (day < 1 || day > 28 || number(in, from + 5, 2) < 1 || number(in, from + 5, 2) > 12) {
            return parse(new String(in, from, to - from, StandardCharsets.ISO_8859_1));
        }
        long days = days(number(in, from, 4), number(in, from + 5, 2), day);
        long seconds = number(in, from + 11, 2) * 3600L + number(in, from + 14, 2) * 60L + number(in, from + 17, 2);
        int nanos = fraction == 0 ? 0 : number(in, from + 20, fraction - 1);
        for (int i = fraction; i < 10 && nanos > 0; i++) {
            nanos *= 10;
        }
        return Instant.ofEpochSecond(days * 86_400 + seconds, nanos);
    }

    /** The days since 1970; a year is taken to begin in March, so that a leap day is its last. */
    private static long days(int year, int month, int day) {
        long years = month < 3 ? year - 1 : year;
        int months = month < 3 ? month + 9 : month - 3;
        return years * 365 + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day - 719_469;
    }

    private static boolean isUsual(byte[] in, int from, int fraction) {
        for (int i = 0; i < USUAL.length() + fraction; i++) {
            char sign = i < USUAL.length() ? USUAL.charAt(i) : i == USUAL.length() ? '.' : '0';
            if (sign == '0' ? in[from + i] < '0' || in[from + i] > '9' : in[from + i] != sign) {
                return false;
            }
        }
        return fraction != 1;
    }

    private static int number(byte[] in, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + in[i] - '0';
        }
        return number;
    }

    private static Instant rfc3339(String time) {
        long day = day(number(time, 0, 4), number(time, 5, 7), number(time, 8, 10));
        long seconds = number(time, 11, 13) * 3600L + number(time, 14, 16) * 60L + number(time, 17, 19);
        int position = 19;
        int nanos = 0;
        if (position < time.length() && time.charAt(position) == '.') {
            int end = position + 1;
            while (end < time.length() && Character.isDigit(time.charAt(end))) {
                end++;
            }
            nanos = nanos(time.substring(position + 1, end));
            position = end;
        }
        return Instant.ofEpochSecond(day * 86_400 + seconds - offset(time.substring(position)), nanos);
    }

    private static long offset(String zone) {
        if (zone.isEmpty() || zone.equalsIgnoreCase("Z") || zone.equals(" UTC")) {
            return 0;
        }
        int sign = zone.charAt(0) == '-' ? -1 : 1;
        int minutes = zone.length() >= 5 ? number(zone, zone.length() - 2, zone.length()) : 0;
        return sign * (number(zone, 1, 3) * 3600L + minutes * 60L);
    }

    private static Instant httpDate(String time) {
        int month = MONTHS.indexOf(time.substring(8, 11)) / 3 + 1;
        long day = day(number(time, 12, 16), month, number(time, 5, 7));
        long seconds = number(time, 17, 19) * 3600L + number(time, 20, 22) * 60L + number(time, 23, 25);
        return Instant.ofEpochSecond(day * 86_400 + seconds);
    }

    private static long day(int year, int month, int day) {
        return LocalDate.of(year, month, day).toEpochDay();
    }

    private static int nanos(String digits) {
        int value = 0;
        for (int i = 0; i < 9; i++) {
            value = value * 10 + (i < digits.length() ? digits.charAt(i) - '0' : 0);
        }
        return value;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** Loaded only for what was copied out of the portal. */
    private static final class Portal {
        static final DateTimeFormatter FORMAT =
                DateTimeFormatter.ofPattern("M/d/u[,] [h:mm:ss[.SSS][ ]a][H:mm:ss[.SSS]]", Locale.US);
    }
}
