package vn.minhbach.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The read API for other systems. */
@ApplicationPath("/api/v1")
public class RestApplication extends Application {}
