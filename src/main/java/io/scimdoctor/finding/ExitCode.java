package io.scimdoctor.finding;

/** What the process returns; the same in every output format but one, which has two codes of its own. */
public enum ExitCode {
    HEALTHY(0, "nothing failed"),
    PROBLEM(1, "something failed"),
    USAGE(2, "an option, a value or a file name was wrong"),
    NO_VERDICT(3, "no verdict: something needed could not run or be read"),
    BUG(70, "a bug in scimdoctor"),
    INTERRUPTED(130, "interrupted: the result is partial"),
    TERMINATED(143, "terminated: the result is partial"),
    /** Only for monitoring systems, which read 1 as a warning. */
    PLUGIN_WARNING(1, "a warning"),
    /** Only for monitoring systems, which read 2 as critical. */
    PLUGIN_CRITICAL(2, "something failed");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** The number for the shell. */
    public int number() {
        return number;
    }

    /**
     * What ends with that number, whatever a monitoring system reads in it.
     *
     * @throws IllegalArgumentException when nothing does
     */
    public static ExitCode of(int number) {
        for (ExitCode code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        throw new IllegalArgumentException("no exit code is " + number);
    }

    /** One line for a person. */
    public String meaning() {
        return meaning;
    }

    /** Number and meaning, such as {@code 1, something failed}, of what ended like that. */
    public String words(Status ended) {
        boolean allowed = this == HEALTHY && ended == Status.FAIL;
        return number + ", " + (allowed ? "because --fail-on or --ignore excludes what failed" : meaning);
    }
}
