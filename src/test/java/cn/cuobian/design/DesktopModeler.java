package cn.cuobian.design;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Speaks over a socket as Camunda Modeler 5.50 does: it is a page in Chromium whose {@code CamundaAPI.js} calls fetch with a
 * FormData. The order of headers and the bytes of the form are those that Chromium writes for the same calls; the recording
 * under {@code src/test/resources/desk} is compared with what stands here.
 */
final class DesktopModeler {

	/** Chromium draws sixteen characters anew for each form. */
	static final String BOUNDARY = "----WebKitFormBoundary";
	private static final int PATIENCE = 60_000;

	private final int port;
	private final String authorization;

	private DesktopModeler(int port, String authorization) {
		this.port = port;
		this.authorization = authorization;
	}

	/** As it asks before anybody gave it credentials. */
	static DesktopModeler unknown(int port) {
		return new DesktopModeler(port, null);
	}

	static DesktopModeler basic(int port, String username, String password) {
		return new DesktopModeler(port, "Basic " + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.ISO_8859_1)));
	}

	static DesktopModeler bearer(int port, String token) {
		return new DesktopModeler(port, "Bearer " + token);
	}

	/** An answer as it came. */
	record Answer(int status, String headers, String body) {
	}

	Answer get(String path) throws IOException {
		return exchange(head("GET", path, null, 0), new byte[0]);
	}

	Answer start(String definition, String json) throws IOException {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		return exchange(head("POST", "/engine-rest/process-definition/" + definition + "/start", "application/json", body.length), body);
	}

	Answer deploy(Form form) throws IOException {
		return exchange(head("POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=" + form.boundary, form.bytes().length), form.bytes());
	}

	/** Headers in Chromium's order. The tool's page is a file: Electron lets it ask anybody, and may say where it comes from. */
	private byte[] head(String method, String path, String type, int length) {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Host", "127.0.0.1:" + port);
		headers.put("Connection", "keep-alive");
		if (type != null) {
			headers.put("Content-Length", String.valueOf(length));
		}
		headers.put("sec-ch-ua-platform", "\"Linux\"");
		if (authorization != null) {
			headers.put("authorization", authorization);
		}
		headers.put("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) camunda-modeler/5.50.1 Chrome/150.0.0.0 Electron/43.0.0 Safari/537.36");
		headers.put("accept", "application/json");
		headers.put("sec-ch-ua", "\"Not_A Brand\";v=\"99\", \"Chromium\";v=\"150\"");
		if (type != null) {
			headers.put(type.startsWith("multipart/") ? "Content-Type" : "content-type", type);
		}
		headers.put("sec-ch-ua-mobile", "?0");
		if (type != null) {
			headers.put("Origin", "file://");
		}
		headers.put("Sec-Fetch-Site", "cross-site");
		headers.put("Sec-Fetch-Mode", "cors");
		headers.put("Sec-Fetch-Dest", "empty");
		headers.put("Accept-Encoding", "gzip, deflate, br, zstd");
		headers.put("Accept-Language", "zh-CN");
		var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
		headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
		return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
	}

	private Answer exchange(byte[] head, byte[] body) throws IOException {
		try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoTimeout(PATIENCE);
			socket.getOutputStream().write(head);
			socket.getOutputStream().write(body);
			socket.getOutputStream().flush();
			return new AnswerReader(socket.getInputStream()).read();
		}
	}

	/** The body of {@code deployDiagram}: three or four fields, the diagram as text/xml, attachments without a type. */
	static final class Form {

		private final String boundary;
		private final ByteArrayOutputStream written = new ByteArrayOutputStream();
		private byte[] whole;

		private Form(String boundary) {
			this.boundary = boundary;
		}

		static Form of(String boundary, String name, String tenant, String diagram, byte[] contents) {
			var form = new Form(boundary);
			form.field("deployment-name", name);
			form.field("deployment-source", "Camunda Modeler");
			form.field("enable-duplicate-filtering", "true");
			if (tenant != null) {
				form.field("tenant-id", tenant);
			}
			return form.file(diagram, "text/xml", contents);
		}

		Form attach(String name, byte[] contents) {
			return file(name, "application/octet-stream", contents);
		}

		byte[] bytes() {
			if (whole == null) {
				write("--" + boundary + "--\r\n");
				whole = written.toByteArray();
			}
			return whole;
		}

		private void field(String name, String value) {
			write("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
		}

		/** Names as they are in UTF-8, but for the three signs that would end them. */
		private Form file(String name, String type, byte[] contents) {
			String quoted = name.replace("\n", "%0A").replace("\r", "%0D").replace("\"", "%22");
			write("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted + "\"; filename=\"" + quoted + "\"\r\nContent-Type: " + type + "\r\n\r\n");
			written.writeBytes(contents);
			write("\r\n");
			return this;
		}

		private void write(String text) {
			written.writeBytes(text.getBytes(StandardCharsets.UTF_8));
		}
	}
}
