package vn.minhbach.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The read API for other systems. What it offers is told by {@code openapi.yaml} alone. */
@ApplicationPath("/api/v1")
public class RestApplication extends Application {

    /** Jersey would describe the API a second time, as WADL, with the names of our classes. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
