package io.scimdoctor.cli;

import io.scimdoctor.catalog.Fixes;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Crash;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.cli.process.Outlet;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.State;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.manual.CommandEntry;
import io.scimdoctor.manual.HelpText;
import io.scimdoctor.manual.OptionEntry;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.redact.SafeFile;
import io.scimdoctor.redact.SecretFound;
import io.scimdoctor.report.NagiosFormat;
import io.scimdoctor.report.PluginStatus;
import io.scimdoctor.report.format.Annotations;
import io.scimdoctor.report.format.ErrorReport;
import io.scimdoctor.report.format.Version;
import io.scimdoctor.scim.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Finds the command, parses its options, runs it, and turns what goes wrong into one sentence and a code. */
final class Dispatcher {
    private final Environment environment;

    Dispatcher(Environment environment) {
        this.environment = environment;
        String pipeline = environment.variable("CI");
        boolean seen = pipeline.isEmpty() || pipeline.equals("false");
        environment.outgoing().readBy(seen ? Audience.SEEN : Audience.HANDED_ON);
    }

    ExitCode run(String[] args) throws IOException {
        List<String> words = CommandWords.ordered(List.of(args));
        try {
            return dispatch(words, args.length == 0 ? "" : args[0]);
        } catch (Stopped e) {
            return fail(words, new ErrorReport(e.code(), String.valueOf(e.getMessage()), e.hint()));
        } catch (SecretFound e) {
            String hint = "report the command, without the data: the redaction has a gap";
            return fail(words, new ErrorReport(ExitCode.NO_VERDICT, String.valueOf(e.getMessage()), hint));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException | Error e) {
            return fail(
                    words, new ErrorReport(ExitCode.BUG, Crash.describe(e, words.contains("--debug")), Crash.hint(e)));
        }
    }

    /** @param first what the command line begins with, before it is put in order */
    private ExitCode dispatch(List<String> words, String first) throws IOException {
        if (first.equals("--version") || first.equals("-V")) {
            return say("scimdoctor " + Version.text() + "\n");
        }
        if (List.of("", "help", "--help", "-h").contains(first)) {
            return help(words);
        }
        if (CommandWords.isAboutGroup(words)) {
            return say(RootHelp.group(words.get(0)));
        }
        String name = CommandWords.find(words);
        refuseOverwriting(words);
        return run(name, words.subList(CommandWords.length(name), words.size()));
    }

    private ExitCode say(String text) throws IOException {
        environment.out().write(text);
        return ExitCode.HEALTHY;
    }

    private ExitCode run(String name, List<String> words) throws IOException {
        CommandEntry entry = CommandEntry.of(name);
        Command command = CommandWords.create(name);
        List<String> arguments = new ArrayList<>(command.arguments(words));
        for (int i = 0; i < arguments.size(); i++) {
            // -qq and -vvv, which mean more than -q and -v to other tools, mean the same here.
            String word = arguments.get(i);
            boolean counted = word.startsWith("-qq") || word.startsWith("-vv");
            arguments.set(i, counted && word.matches("-(q+|v+)") ? word.substring(0, 2) : word);
            // A method is no scenario.
            if (word.equals("--simulate")
                    && i + 1 < arguments.size()
                    && arguments.get(i + 1).matches("[A-Z]+")) {
                arguments.set(i, "--simulate=healthy");
            }
        }
        if (arguments.contains("--help") || arguments.contains("-h")) {
            return say(HelpText.of(entry));
        }
        ParseResult parsed;
        try {
            parsed = new CommandLine(Options.of(entry)).parseArgs(arguments.toArray(new String[0]));
        } catch (UnmatchedArgumentException e) {
            throw unmatched(entry, e);
        } catch (ParameterException e) {
            String hint = "scimdoctor " + name + " --help lists the options";
            throw Stopped.usage(sentence(String.valueOf(e.getMessage())), hint);
        }
        checkChoices(parsed);
        redact(parsed.matchedOptionValue("--redact", "").toLowerCase(Locale.ROOT));
        return command.run(new Invocation(parsed, environment));
    }

    private void refuseOverwriting(List<String> words) throws IOException {
        for (String file : Overwritten.of(words, environment)) {
            throw Stopped.usage(
                    "the output '" + Redactor.seen(file) + "' is a file that is read too and would be lost",
                    "choose another name for the output");
        }
    }

    /** What the user asks for outranks what follows from the environment. */
    private void redact(String policy) {
        if (!policy.isEmpty()) {
            environment.outgoing().readBy(policy.equals("seen") ? Audience.SEEN : Audience.HANDED_ON);
        }
        if (policy.equals("strict")) {
            environment.outgoing().makeStrict(State.pseudonyms(environment));
            Fixes.publicIds().forEach(environment.outgoing()::keepId);
        }
    }

    /** An option that there is not, a format taken for one, or an unexpected argument. */
    private static Stopped unmatched(CommandEntry command, UnmatchedArgumentException error) {
        String word = error.getUnmatched().get(0);
        String hint = "scimdoctor " + command.name() + " --help lists the options";
        if (!word.startsWith("-")) {
            return Stopped.usage(
                    (word.contains("://") ? "the URL" : "'" + Redactor.seen(word) + "'") + " is an unexpected argument",
                    "put quotes around words that belong together; " + hint);
        }
        OptionEntry output = command.option("--output");
        if (output != null && word.startsWith("--") && output.choices().contains(word.substring(2))) {
            hint = "write -o " + word.substring(2);
        }
        String option = word.split("=", 2)[0];
        List<String> names =
                command.options().stream().flatMap(one -> one.names().stream()).toList();
        // Less than the whole name, such as --secret-file.
        String tail = option.startsWith("--") ? option.substring(1) : "-" + option;
        String near =
                names.stream().filter(one -> one.endsWith(tail)).findFirst().orElse(Nearest.of(option, names));
        return Stopped.usage(
                "there is no option '" + Redactor.seen(option) + "'",
                near == null ? hint : "did you mean " + near + "?");
    }

    private static void checkChoices(ParseResult parsed) {
        for (OptionSpec option : parsed.matchedOptions()) {
            List<String> allowed = new ArrayList<>();
            if (option.completionCandidates() != null) {
                option.completionCandidates().forEach(allowed::add);
            }
            for (String value : option.originalStringValues()) {
                // After the equals sign comes the file.
                if (!allowed.isEmpty()
                        && !allowed.contains(value.toLowerCase(Locale.ROOT).split("=", 2)[0])) {
                    throw Stopped.usage(
                            option.longestName() + " does not take '" + Redactor.seen(value.split("=", 2)[0]) + "'",
                            "choose one of " + String.join(", ", allowed));
                }
            }
        }
    }

    /** picocli's message, without the value that may be a secret, and without a full stop. */
    private static String sentence(String message) {
        String line = message.strip().replace('\n', ' ');
        String masked = Redactor.seen(line);
        return masked.substring(0, 1).toLowerCase(Locale.ROOT) + masked.substring(1);
    }

    private ExitCode help(List<String> words) throws IOException {
        if (words.size() < 2 || words.get(1).equals("help")) {
            return say(words.isEmpty() ? RootHelp.brief() : RootHelp.full());
        }
        List<String> about = words.subList(1, words.size());
        if (CommandWords.isAboutGroup(about)) {
            return say(RootHelp.group(about.get(0)));
        }
        String topic = about.size() == 1 ? HelpTopic.text(about.get(0)) : null;
        if (topic != null) {
            return say(topic);
        }
        String near = Nearest.of(about.get(0), HelpTopic.NAMES);
        if (near != null && about.size() == 1 && !CommandWords.NAMES.contains(about.get(0))) {
            throw Stopped.usage(
                    "there is no topic '" + Redactor.seen(about.get(0)) + "'", "did you mean 'help " + near + "'?");
        }
        return run(CommandWords.find(about), List.of("--help"));
    }

    private ExitCode fail(List<String> words, ErrorReport failure) throws IOException {
        ErrorReport report = failure.exitCode() == ExitCode.USAGE && SecretArgument.isIn(words)
                ? new ErrorReport(ExitCode.USAGE, SecretArgument.MESSAGE, SecretArgument.HINT)
                : failure;
        @Nullable String hint = report.hint();
        String sentence = report.message() + (hint == null ? "" : "; " + hint);
        String message = sentence.endsWith("?") ? sentence : sentence + ".";
        List<Outputs.Wish> asked = Outputs.Wish.in(words);
        List<String> lost = Overwritten.of(words, environment);
        if (asked.stream().anyMatch(wish -> wish.is(false, "json", "ndjson"))) {
            report.writeJson(environment.out());
        }
        for (Outputs.Wish wish : asked) {
            if (wish.is(true, "json", "ndjson") && !lost.contains(wish.file())) {
                writeTo(String.valueOf(wish.file()), report);
            }
        }
        boolean seen = environment.outgoing().audience() == Audience.SEEN;
        environment.err().write("scimdoctor: " + (seen ? message : Redactor.typed(message)) + "\n");
        if (environment.variable("GITHUB_ACTIONS").equals("true")) {
            Annotations.error(Redactor.typed(message), environment.err());
        }
        if (asked.stream().anyMatch(wish -> wish.is(false, "nagios"))) {
            NagiosFormat.unknown(environment.out(), Redactor.typed(message));
            return PluginStatus.UNKNOWN.exitCode();
        }
        return report.exitCode();
    }

    /** Writes the error into the file too, so that a reader does not find the result of an earlier run. */
    private void writeTo(String file, ErrorReport report) {
        try (Writer target = new Outlet(SafeFile.writer(Path.of(file)), environment.outgoing())) {
            report.writeJson(target);
        } catch (IOException | InvalidPathException e) {
            // An unwritable file is either the error being reported or less important than it.
            return;
        }
    }
}
