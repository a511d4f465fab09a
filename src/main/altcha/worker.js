import "altcha/worker";
