package io.scimdoctor.cli.process;

/** Describes an internal error by class and line, never by its message, which may hold secrets. */
public final class Crash {
    public static final String HINT = "run it again with --debug and report the place";

    private Crash() {}

    /** What the user can do about an internal error of this kind. */
    public static String hint(Throwable error) {
        return isExhaustion(error) ? Exhaustion.HINT : HINT;
    }

    private static boolean isExhaustion(Throwable error) {
        Throwable cause = error.getCause();
        return error instanceof OutOfMemoryError || (cause != null && isExhaustion(cause));
    }

    public static String describe(Throwable error, boolean everyPlace) {
        if (isExhaustion(error)) {
            return Exhaustion.SENTENCE;
        }
        StringBuilder text = new StringBuilder("this is a bug in scimdoctor: ");
        Throwable cause = error;
        while (cause != null) {
            text.append(cause.getClass().getSimpleName());
            int shown = 0;
            for (StackTraceElement place : cause.getStackTrace()) {
                boolean ours = place.getClassName().startsWith("io.scimdoctor.");
                if ((ours && shown == 0) || everyPlace) {
                    text.append(" at ").append(place.getClassName()).append(':').append(place.getLineNumber());
                    shown++;
                }
            }
            cause = cause.getCause();
            text.append(cause == null ? "" : ", caused by ");
        }
        return text.toString();
    }
}
