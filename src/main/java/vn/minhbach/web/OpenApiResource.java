package vn.minhbach.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import vn.minhbach.access.Permission;

/** {@code /api/v1/openapi.yaml}: what the API offers, for machines and for those who write them. */
@Door(path = "/api/v1/openapi.yaml", permission = Permission.READ_PUBLIC)
@Path("/openapi.yaml")
@RequestScoped
public class OpenApiResource {

    @GET
    @Produces("application/yaml;charset=UTF-8")
    public String document() {
        try (InputStream in = Objects.requireNonNull(OpenApiResource.class.getResourceAsStream("/openapi.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
