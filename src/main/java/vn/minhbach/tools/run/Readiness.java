package vn.minhbach.tools.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the running server whether the portal answers. */
final class Readiness {

    /** The answer to one look. */
    enum State {
        READY,
        STARTING,
        NOT_DEPLOYED
    }

    private static final int NOT_FOUND = 404;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    Readiness(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** The server's own health page says UP without any application too, hence the second question. */
    State look() throws InterruptedException {
        try {
            int home = status("/");
            if (home == NOT_FOUND) {
                return State.NOT_DEPLOYED;
            }
            int health = status("/health/ready");
            boolean ready = home < 400 && (health == 200 || health == NOT_FOUND);
            return ready ? State.READY : State.STARTING;
        } catch (IOException e) {
            return State.STARTING;
        }
    }

    private int status(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
