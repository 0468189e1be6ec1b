package io.scimdoctor.capture.bulk;

import io.scimdoctor.capture.text.Times;
import java.nio.charset.StandardCharsets;

/** Reads the two usual forms of a time from bytes, with the same result as {@link Times} where it reads them at all. */
final class ClockBytes {
    private static final byte[] MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RFC_3339 = "0000-00-00T00:00:00".getBytes(StandardCharsets.US_ASCII);
    private static final int HOUR = "0000-00-00T00".length();
    private static final byte[] IN_HOUR = ":00:00".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HTTP_DATE = "aaa, 00 aaa 0000 00:00:00 GMT".getBytes(StandardCharsets.US_ASCII);
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int MOST_DIGITS = 9;

    private long seconds;
    private int nanos;
    /** The bytes of the date and hour that were read last: a log stays in one hour for many lines. */
    private long lastDate;

    private long lastHour;
    private long hourStart;

    /** Seconds since 1970 of the time that was read last. */
    long seconds() {
        return seconds;
    }

    int nanos() {
        return nanos;
    }

    long millis() {
        return seconds * 1000 + nanos / 1_000_000;
    }

    /** Reads such as {@code "2026-05-02T08:11:04.123Z"}, between the quotes; false for anything else. */
    boolean rfc3339(byte[] b, int from, int to) {
        if (to - from < RFC_3339.length) {
            return false;
        }
        long date = EightBytes.at(b, from);
        long hour = EightBytes.at(b, from + HOUR - 8);
        boolean sameHour = date == lastDate && hour == lastHour;
        if (sameHour ? !fits(b, from + HOUR, IN_HOUR) : !fits(b, from, RFC_3339)) {
            return false;
        }
        int i = fraction(b, from + RFC_3339.length, to);
        if (i != to && (i < 0 || i + 1 != to || b[i] != 'Z')) {
            return false;
        }
        int inHour = number(b, from + 14, 2) * 60 + number(b, from + 17, 2);
        if (!sameHour) {
            lastDate = 0;
            if (!set(
                    number(b, from, 4),
                    number(b, from + 5, 2),
                    number(b, from + 8, 2),
                    number(b, from + 11, 2) * 3600)) {
                return false;
            }
            lastDate = date;
            lastHour = hour;
            hourStart = seconds;
        }
        seconds = hourStart + inHour;
        return true;
    }

    /** Reads a fraction of a second, if there is one; returns the position behind it, or -1. */
    private int fraction(byte[] b, int from, int to) {
        nanos = 0;
        if (from == to || b[from] != '.') {
            return from;
        }
        int i = from + 1;
        int digits = 0;
        for (; i < to && b[i] >= '0' && b[i] <= '9'; i++) {
            nanos = nanos * 10 + b[i] - '0';
            digits++;
        }
        if (digits == 0 || digits > MOST_DIGITS) {
            return -1;
        }
        for (; digits < MOST_DIGITS; digits++) {
            nanos *= 10;
        }
        return i;
    }

    /** Reads such as {@code "Sat, 02 May 2026 08:11:04 GMT"}, between the quotes; false for anything else. */
    boolean httpDate(byte[] b, int from, int to) {
        if (to - from != HTTP_DATE.length || !fits(b, from, HTTP_DATE)) {
            return false;
        }
        int month = 0;
        for (int i = 0; i < DAYS.length; i++) {
            boolean same = b[from + 8] == MONTHS[3 * i]
                    && b[from + 9] == MONTHS[3 * i + 1]
                    && b[from + 10] == MONTHS[3 * i + 2];
            month = same ? i + 1 : month;
        }
        nanos = 0;
        return set(
                number(b, from + 12, 4),
                month,
                number(b, from + 5, 2),
                number(b, from + 17, 2) * 3600 + number(b, from + 20, 2) * 60 + number(b, from + 23, 2));
    }

    private static boolean fits(byte[] b, int from, byte[] form) {
        for (int i = 0; i < form.length; i++) {
            byte c = b[from + i];
            boolean fits = switch (form[i]) {
                case '0' -> c >= '0' && c <= '9';
                case 'a' -> (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
                default -> c == form[i];
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] b, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + b[i] - '0';
        }
        return number;
    }

    private boolean set(int year, int month, int day, int second) {
        if (month < 1 || month > DAYS.length || day < 1 || year < 1) {
            return false;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        if (day > DAYS[month - 1] + (leap && month == 2 ? 1 : 0)) {
            return false;
        }
        // Days since 1970 of the proleptic Gregorian calendar, with the year taken to start in March.
        int y = month > 2 ? year : year - 1;
        int era = y / 400;
        int yearOfEra = y - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        long days = era * 146_097L + yearOfEra * 365L + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
        seconds = days * 86_400 + second;
        return true;
    }
}
