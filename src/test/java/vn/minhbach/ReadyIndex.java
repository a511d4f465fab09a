package vn.minhbach;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The first index, and what is suggested from it, is built in the background: whoever looks at the portal from outside begins when it is there. */
public final class ReadyIndex {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private ReadyIndex() {}

    /** @param health the address of {@code /health/ready} */
    public static void await(URI health) throws IOException, InterruptedException {
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var request = HttpRequest.newBuilder(health).build();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - end < 0) {
            var told =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            var at = told.replaceAll("(?s).*\"indexPosition\":\"?(-?\\d+).*", "$1");
            var log = told.replaceAll("(?s).*\"logPosition\":\"?(\\d+).*", "$1");
            if (told.contains("READY") && at.equals(log) && told.matches("(?s).*\"suggestionsFresh\":\\s*\"?true.*")) {
                return;
            }
            // The server needs the processor for the index, and nothing from outside can wake us.
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException("The index did not come up");
    }
}
