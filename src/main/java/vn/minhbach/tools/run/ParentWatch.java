package vn.minhbach.tools.run;

import java.util.Optional;

/**
 * Ends this process when the one that started it, Maven as a rule, is gone, even by {@code kill -9}. An orphan is handed
 * to another parent at once, so asking for the parent's number every second is enough.
 */
final class ParentWatch implements Runnable {

    private static final long PERIOD_MILLIS = 1_000;

    private final Optional<Long> parent = parent();

    void start() {
        if (parent.isPresent()) {
            Thread thread = new Thread(this, "parent-watch");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void run() {
        try {
            while (parent().equals(parent)) {
                Thread.sleep(PERIOD_MILLIS);
            }
            System.exit(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Long> parent() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid);
    }
}
