package io.scimdoctor.cli.process;

import java.lang.reflect.Proxy;

/**
 * Hears SIGTERM before Java ends the process for it, because a shutdown hook is not told why it runs. Java has no public
 * interface for signals; where this one is missing, the process ends as after Ctrl-C.
 */
final class TerminateSignal {
    private static final String NAME = "TERM";

    private TerminateSignal() {}

    static void onArrival(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object listener = Proxy.newProxyInstance(
                    TerminateSignal.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                        }
                        return null;
                    });
            Object terminate = signal.getConstructor(String.class).newInstance(NAME);
            Object before = signal.getMethod("handle", signal, handler).invoke(null, terminate, listener);
            Object ignored = handler.getField("SIG_IGN").get(null);
            if (ignored.equals(before)) {
                // Whoever started this process had it ignore SIGTERM, as nohup does with SIGHUP; it stays ignored.
                signal.getMethod("handle", signal, handler).invoke(null, terminate, ignored);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // Java ends the process by itself.
        }
    }
}
