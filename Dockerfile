FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src src
RUN dotnet restore src/ChatBot --locked-mode \
 && dotnet publish src/ChatBot --configuration Release --no-restore --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
COPY config config
# The image's own user owns the data folder, and nothing else.
RUN mkdir /data && chown "$APP_UID" /data
USER $APP_UID
VOLUME /data
ENV ChatBot__Data=/data ChatBot__Web__Url=http://*:5080
EXPOSE 5080
ENTRYPOINT ["./chatbot"]
