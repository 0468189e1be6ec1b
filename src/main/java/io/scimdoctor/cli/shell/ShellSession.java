package io.scimdoctor.cli.shell;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** The session: reads a line or a paste, does it, and reads the next one. */
public final class ShellSession {
    private final Terminal terminal;
    private final Host host;
    private final Prompt prompt;
    private final Runner runner;
    private final SessionContext context = new SessionContext();

    ShellSession(Terminal terminal, Host host) {
        this.terminal = terminal;
        this.host = host;
        prompt = new Prompt(terminal, host);
        runner = new Runner(terminal, host);
    }

    public static ShellSession of(ShellTerminal terminal, Host host) {
        return new ShellSession(terminal.terminal(), host);
    }

    /** Goes on until Ctrl-D or exit. */
    public void run() {
        say("scimdoctor " + host.version() + ". Type a command, or paste an answer or a token.\n"
                + "help lists the commands, Tab completes, Ctrl-D leaves.\n");
        boolean going = true;
        while (going) {
            try {
                going = take(prompt.read(context.prompt()));
            } catch (UserInterruptException e) {
                // The line is gone, as in every shell.
                going = true;
            } catch (EndOfFileException e) {
                going = false;
            }
        }
    }

    /** Does what was entered; false ends the session. */
    private boolean take(Prompt.Entered entered) {
        String line = entered.line();
        try {
            if (entered.pasted() != null) {
                paste(line, entered.pasted());
                return true;
            }
            // Where the terminal does not say what was pasted, what is plainly no command shows it.
            if (Pasted.of(line) != Pasted.LINE) {
                paste("", line);
                return true;
            }
            List<String> words = ShellWords.of(line, host.program());
            return words.isEmpty() || obey(words);
        } catch (IllegalArgumentException e) {
            say("scimdoctor: " + e.getMessage() + "; quotes of either kind hold a word together.\n");
            return true;
        }
    }

    private boolean obey(List<String> typed) {
        // Examples of the manual begin with the program's name.
        List<String> words =
                typed.size() > 1 && typed.get(0).equals("scimdoctor") ? typed.subList(1, typed.size()) : typed;
        switch (words.get(0)) {
            case "exit", "quit" -> {
                return false;
            }
            case "use" -> use(words);
            case "paste" -> paste("", prompt.lines());
            case "shell" -> say("scimdoctor: this is the shell already; exit leaves it.\n");
            case "help" -> help(words);
            case "ticket" -> ticket(words);
            default -> command(words);
        }
        return true;
    }

    private void help(List<String> words) {
        command(words);
        // Last, where it is still to be seen.
        if (words.size() == 1) {
            say(ShellHelp.TEXT);
        }
    }

    private void use(List<String> words) {
        String what = words.size() > 1 ? words.get(1) : "";
        String value = words.size() > 2 ? words.get(2) : "";
        if (what.equals("nothing")) {
            context.clear();
        } else if (what.equals("profile") && !value.isEmpty()) {
            context.useProfile(value);
        } else if (what.equals("run") && !value.isEmpty()) {
            context.useRun(value);
        } else if (what.equals("token") && !value.isEmpty()) {
            useToken(value);
        } else if (!what.isEmpty()) {
            say("scimdoctor: use takes profile NAME, token FILE, run ID or nothing.\n");
            return;
        }
        say(context.text());
    }

    /** The file is read once; the token then is one like a pasted one. */
    private void useToken(String file) {
        Optional<String> text = TokenText.read(file);
        if (text.isEmpty()) {
            say("scimdoctor: there is no file of that name that can be read and holds a token.\n");
            return;
        }
        context.useToken(text.get());
        run(List.of("token", "inspect", "-"), List.of(text.get()));
    }

    /** @param before what was typed before the paste: a command that reads it, or nothing */
    private void paste(String before, String text) {
        if (text.isBlank()) {
            return;
        }
        Pasted kind = Pasted.of(text);
        if (!before.isBlank()) {
            List<String> words = new ArrayList<>(ShellWords.of(before, host.program()));
            words.add("-");
            run(words, List.of(text));
        } else if (kind == Pasted.TOKEN) {
            say("A token. It is kept in memory for this session; use nothing forgets it.\n");
            context.useToken(text);
            run(List.of("token", "inspect", "-"), List.of(text));
        } else if (kind == Pasted.REQUEST) {
            say("A request. It is checked, not sent.\n");
            run(List.of("lint", "request", "-"), List.of(text));
        } else {
            long lines = text.strip().lines().count();
            say("An answer, " + lines + (lines == 1 ? " line" : " lines") + ". ticket takes it along.\n");
            context.addAnswer(text);
            run(List.of("classify", "-"), List.of(text));
        }
    }

    /** Without a verb, the ticket of what this session has gathered. */
    private void ticket(List<String> words) {
        if (words.size() > 1 && !words.get(1).startsWith("-")) {
            command(words);
            return;
        }
        if (words.contains("-h") || words.contains("--help")) {
            command(List.of("help", "ticket"));
            return;
        }
        if (context.answers().isEmpty() && context.runs().isEmpty()) {
            say("scimdoctor: the case is empty; paste an answer, or run check, and then write the ticket.\n");
            return;
        }
        List<String> ticket = new ArrayList<>(List.of("ticket", "new"));
        ticket.addAll(words.subList(1, words.size()));
        context.answers().forEach(answer -> ticket.addAll(List.of("--from", "-")));
        ticket.addAll(context.runs());
        run(ticket, context.answers());
    }

    private void command(List<String> words) {
        Optional<String> before = host.newestRun();
        runner.run(context.withRun(words, host.program()), context.variables(), () -> new LineInput(prompt::answer));
        Optional<String> after = host.newestRun();
        if (!after.equals(before)) {
            after.ifPresent(context::addRun);
        }
    }

    /** @param inputs what standard input holds when it is opened first, second and so on */
    private void run(List<String> words, List<String> inputs) {
        Iterator<String> next = inputs.iterator();
        Supplier<InputStream> input =
                () -> new ByteArrayInputStream((next.hasNext() ? next.next() : "").getBytes(StandardCharsets.UTF_8));
        runner.run(words, context.variables(), input);
    }

    private void say(@Nullable String text) {
        terminal.writer().write(String.valueOf(text));
        terminal.flush();
    }
}
