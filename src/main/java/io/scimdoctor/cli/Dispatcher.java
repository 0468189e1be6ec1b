package io.scimdoctor.cli;

import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.redact.SecretFound;
import io.scimdoctor.report.ErrorReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Finds the command, parses its options, runs it, and turns what goes wrong into one sentence and a code. */
final class Dispatcher {
    private final Environment environment;
    private final Outgoing outgoing;

    Dispatcher(Environment environment, Outgoing outgoing) {
        this.environment = environment;
        this.outgoing = outgoing;
    }

    ExitCode run(String[] args) throws IOException {
        String first = args.length == 0 ? "" : args[0];
        if (first.equals("--version") || first.equals("-V")) {
            environment.out().write("scimdoctor " + Version.text() + "\n");
            return ExitCode.HEALTHY;
        }
        List<String> words = CommandWords.ordered(List.of(args));
        if (first.isEmpty() || first.equals("help") || first.equals("--help") || first.equals("-h")) {
            return help(words);
        }
        if (CommandWords.isAboutGroup(words)) {
            environment.out().write(RootHelp.group(words.get(0)));
            return ExitCode.HEALTHY;
        }
        try {
            String name = CommandWords.find(words);
            return run(CommandWords.create(name), words.subList(CommandWords.length(name), words.size()));
        } catch (UsageError e) {
            return fail(words, new ErrorReport(ExitCode.USAGE, String.valueOf(e.getMessage()), e.hint()));
        } catch (NoVerdict e) {
            return fail(words, new ErrorReport(ExitCode.NO_VERDICT, String.valueOf(e.getMessage()), e.hint()));
        } catch (SecretFound e) {
            String hint = "report the command, without the data: the redaction has a gap";
            return fail(words, new ErrorReport(ExitCode.NO_VERDICT, String.valueOf(e.getMessage()), hint));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            return fail(words, new ErrorReport(ExitCode.BUG, Crash.describe(e, words.contains("--debug")), Crash.HINT));
        }
    }

    private ExitCode run(Command command, List<String> arguments) throws IOException {
        CommandSpec spec = command.spec();
        CommandLine line = new CommandLine(spec);
        if (arguments.contains("--help") || arguments.contains("-h")) {
            environment.out().write(line.getUsageMessage(CommandLine.Help.Ansi.OFF));
            return ExitCode.HEALTHY;
        }
        ParseResult parsed;
        try {
            parsed = line.parseArgs(arguments.toArray(new String[0]));
        } catch (ParameterException e) {
            String hint = "scimdoctor " + command.name() + " --help lists the options";
            throw new UsageError(sentence(String.valueOf(e.getMessage())), hint);
        }
        checkChoices(parsed);
        if ("strict".equalsIgnoreCase(parsed.matchedOptionValue("--redact", ""))) {
            outgoing.makeStrict(State.pseudonyms(environment, outgoing));
        }
        return command.run(new Invocation(parsed, environment, outgoing));
    }

    private static void checkChoices(ParseResult parsed) {
        for (OptionSpec option : parsed.matchedOptions()) {
            if (option.completionCandidates() != null && option.getValue() instanceof String value) {
                StringBuilder allowed = new StringBuilder();
                boolean found = false;
                for (String candidate : option.completionCandidates()) {
                    found |= candidate.equals(value.toLowerCase(Locale.ROOT));
                    allowed.append(allowed.length() == 0 ? "" : ", ").append(candidate);
                }
                if (!found) {
                    throw new UsageError(
                            option.longestName() + " does not take '" + Redactor.typed(value) + "'",
                            "choose one of " + allowed);
                }
            }
        }
    }

    /** picocli's message, without the value that may be a secret, and without a full stop. */
    private static String sentence(String message) {
        String line = message.strip().replace('\n', ' ');
        String masked = Redactor.typed(line);
        return masked.substring(0, 1).toLowerCase(Locale.ROOT) + masked.substring(1);
    }

    private ExitCode help(List<String> words) throws IOException {
        if (CommandWords.isAboutGroup(words.subList(Math.min(1, words.size()), words.size()))) {
            environment.out().write(RootHelp.group(words.get(1)));
            return ExitCode.HEALTHY;
        }
        if (words.size() > 1) {
            try {
                String name = CommandWords.find(words.subList(1, words.size()));
                return run(CommandWords.create(name), List.of("--help"));
            } catch (UsageError e) {
                return fail(words, new ErrorReport(ExitCode.USAGE, String.valueOf(e.getMessage()), e.hint()));
            }
        }
        environment.out().write(words.isEmpty() ? RootHelp.brief() : RootHelp.full());
        return ExitCode.HEALTHY;
    }

    private ExitCode fail(List<String> words, ErrorReport report) throws IOException {
        if (wantsJson(words)) {
            report.writeJson(environment.out(), Version.text());
        }
        @Nullable String hint = report.hint();
        String end = hint == null ? "" : "; " + hint;
        environment.err().write("scimdoctor: " + report.message() + end + ".\n");
        return report.exitCode();
    }

    /** Looked up in the bare words, because the command line may be what is wrong. */
    private static boolean wantsJson(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean named = word.equals("-o") || word.equals("--output");
            String format = named && i + 1 < words.size() ? words.get(i + 1) : word;
            if (format.equals("-ojson") || format.equals("--output=json") || format.equals("-o=json")) {
                return true;
            }
            if (named && (format.equals("json") || format.equals("ndjson"))) {
                return true;
            }
        }
        return false;
    }
}
